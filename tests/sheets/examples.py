"""Leaflets about the historical Kazakhstan campaign of 2011–12 in seven languages. Contact details are invented."""

from __future__ import annotations

from datetime import date, time

from organizer.sheets.content import CallToAction, DemandLine, LeafletContent

IMPRINT = (
    "Printed, published and promoted by Campaign Kazakhstan, PO Box 100, London E11 1YZ · office@example.org · "
    "Printed by volunteers."
)
TARGET = "https://example.org/kz"
_DAY, _FROM, _TO = date(2012, 12, 16), time(12, 0), time(14, 0)
_ADDRESS = "125 Pall Mall, London SW1Y 5EA"


def _call(title: str, place: tuple[str, ...], directions: str) -> CallToAction:
    return CallToAction(_DAY, title, time_from=_FROM, time_to=_TO, place_lines=place, directions=directions)


def _demands(*pairs: tuple[str, str]) -> tuple[DemandLine, ...]:
    return tuple(DemandLine(number, lead, rest) for number, (lead, rest) in enumerate(pairs, 1))


LEAFLETS: dict[str, LeafletContent] = {
    "en": LeafletContent(
        "en-GB",
        kicker="Day of action",
        headline="Jailed for defending strikers",
        body="Oil workers of Zhanaozen stopped work for seven months over unpaid wages. Police opened fire on them: "
        "**sixteen people were killed** on 16 December 2011. Those who survived were put on trial, and so was their lawyer.",
        demands=_demands(
            ("Free the prisoners of Zhanaozen", "and quash their sentences."),
            ("An independent inquiry", "into the shootings, with experts the families trust."),
            ("Reinstate the sacked strikers", "with full back pay, and let them choose their own union."),
        ),
        call=_call(
            "Picket the embassy",
            (_ADDRESS,),
            "Tube: Charing Cross, then five minutes on foot. Step-free. Bring banners and a friend.",
        ),
        qr_target=TARGET,
        qr_label="Sign and donate",
        imprint=IMPRINT,
        organisation="Campaign Kazakhstan",
    ),
    "de": LeafletContent(
        "de",
        kicker="Internationaler Aktionstag",
        headline="Verhaftet, weil sie streikten",
        body="Sieben Monate lang streikten die Ölarbeiter von Schangaösen für ausstehende Löhne. Dann schoss die Polizei: "
        "**sechzehn Menschen starben** am 16. Dezember 2011. Vor Gericht kamen die Überlebenden, nicht die Schützen.",
        demands=_demands(
            ("Freiheit für die Gefangenen", "und Aufhebung aller Urteile gegen Streikende."),
            ("Unabhängige Untersuchung", "der Schüsse, unter Beteiligung der Angehörigen."),
            ("Wiedereinstellung aller Entlassenen", "mit voller Lohnnachzahlung und freier Gewerkschaftswahl."),
        ),
        call=_call(
            "Kundgebung vor der Botschaft",
            ("Nordendstraße 14–17, 13156 Berlin",),
            "Tram M1 bis Rosenthal Nord, dann acht Minuten zu Fuß. Transparente und Trillerpfeifen mitbringen.",
        ),
        qr_target=TARGET,
        qr_label="Unterschreiben",
        imprint="V.i.S.d.P. und Druck: Kampagne Kasachstan, Postfach 1000, 10115 Berlin · buero@example.org",
        organisation="Kampagne Kasachstan",
    ),
    "ru": LeafletContent(
        "ru",
        kicker="День солидарности",
        headline="Осуждены за забастовку",
        body="Семь месяцев нефтяники Жанаозена бастовали из-за невыплаченной зарплаты. 16 декабря 2011 года "
        "полиция открыла огонь: "
        "**погибли шестнадцать человек**. На скамье подсудимых оказались те, кто выжил.",
        demands=_demands(
            ("Свободу узникам Жанаозена", "и отмену приговоров."),
            ("Независимое расследование", "расстрела с участием семей погибших."),
            ("Восстановить уволенных", "с полной выплатой зарплаты за время забастовки."),
        ),
        call=_call(
            "Пикет у посольства",
            ("Москва, Чистопрудный бульвар, 3а",),
            "Метро «Чистые пруды», далее 5 минут пешком. Приносите плакаты, приводите друзей.",
        ),
        qr_target=TARGET,
        qr_label="Подпишите",
        imprint="Издатель и распространитель: Кампания «Казахстан», а/я 100, Москва · office@example.org",
        organisation="Кампания «Казахстан»",
    ),
    "kk": LeafletContent(
        "kk",
        kicker="Ынтымақ күні",
        headline="Ереуіл үшін сотталды",
        body="Жаңаөзен мұнайшылары төленбеген жалақы үшін жеті ай бойы ереуілге шықты. 2011 жылғы 16 "
        "желтоқсанда полиция оқ атты: "
        "**он алты адам қаза тапты**. Сотқа тартылғандар — тірі қалған жұмысшылар.",
        demands=_demands(
            ("Жаңаөзен тұтқындарын босату", "және үкімдердің күшін жою."),
            ("Тәуелсіз тергеу жүргізу", "оған қаза тапқандардың отбасылары қатысуы тиіс."),
            ("Жұмыстан шыққандарды қайта алу", "жалақысын толық төлеу."),
        ),
        call=_call(
            "Елшілік алдындағы пикет",
            ("Лондон, 125 Pall Mall, SW1Y 5EA",),
            "Метро: Charing Cross, одан әрі 5 минут жаяу. Ту мен досыңызды ала келіңіз.",
        ),
        qr_target=TARGET,
        qr_label="Қол қойыңыз",
        imprint="Шығарған және таратқан: «Қазақстан» науқаны, PO Box 100, London E11 1YZ · office@example.org",
        organisation="«Қазақстан» науқаны",
    ),
    "el": LeafletContent(
        "el",
        kicker="Ημέρα αλληλεγγύης",
        headline="Καταδικάστηκαν επειδή απέργησαν",
        body="Εφτά μήνες απεργούσαν οι εργάτες πετρελαίου του Ζαναοζέν για απλήρωτους μισθούς. Στις 16 "
        "Δεκεμβρίου 2011 η αστυνομία "
        "πυροβόλησε: **δεκαέξι άνθρωποι σκοτώθηκαν**. Στο εδώλιο κάθισαν όσοι επέζησαν.",
        demands=_demands(
            ("Λευτεριά στους κρατούμενους", "και ακύρωση των ποινών τους."),
            ("Ανεξάρτητη έρευνα", "για τους πυροβολισμούς, με τη συμμετοχή των οικογενειών."),
            ("Επαναπρόσληψη όλων", "με πλήρεις αποδοχές για τους μήνες της απεργίας."),
        ),
        call=_call("Έξω από την πρεσβεία", (_ADDRESS,), "Μετρό Charing Cross και 5 λεπτά με τα πόδια. Φέρτε πανό και φίλους."),
        qr_target=TARGET,
        qr_label="Υπογράψτε",
        imprint="Υπεύθυνος έκδοσης: Campaign Kazakhstan, PO Box 100, London E11 1YZ · office@example.org",
        organisation="Campaign Kazakhstan",
    ),
    "ar": LeafletContent(
        "ar-LB",
        kicker="يوم التضامن",
        headline="سُجنوا لأنهم أضربوا",
        body="أضرب عمال النفط في جاناوزين سبعة أشهر من أجل أجورهم. وفي 16 كانون الأول 2011 أطلقت الشرطة النار عليهم: "
        "**قُتل ستة عشر شخصاً**. ثم حوكم الناجون، وسُجنت محاميتهم.",
        demands=_demands(
            ("الحرية لمعتقلي جاناوزين", "وإلغاء الأحكام بحقهم."),
            ("تحقيق مستقل", "في إطلاق النار بمشاركة عائلات الضحايا."),
            ("إعادة المفصولين إلى عملهم", "مع دفع أجورهم كاملة."),
        ),
        call=_call(
            "وقفة أمام السفارة", (f"لندن، {_ADDRESS}",), "محطة المترو Charing Cross ثم 5 دقائق سيراً. أحضروا اللافتات والأصدقاء."
        ),
        qr_target=TARGET,
        qr_label="وقّعوا وتبرّعوا",
        imprint="الناشر والمسؤول: حملة كازاخستان، PO Box 100, London E11 1YZ · office@example.org",
        organisation="حملة كازاخستان",
    ),
    "he": LeafletContent(
        "he",
        kicker="יום סולידריות",
        headline="נכלאו כי שבתו",
        body="שבעה חודשים שבתו עובדי הנפט של ז׳נאוזן בגלל שכר שלא שולם. ב־16 בדצמבר 2011 פתחה המשטרה באש: "
        "**שישה עשר בני אדם נהרגו**. אל ספסל הנאשמים הובאו מי ששרדו.",
        demands=_demands(
            ("לשחרר את אסירי ז׳נאוזן", "ולבטל את גזרי הדין."),
            ("חקירה עצמאית", "של הירי, בהשתתפות המשפחות."),
            ("להחזיר את המפוטרים לעבודה", "עם מלוא השכר."),
        ),
        call=_call("מול השגרירות", (f"לונדון, {_ADDRESS}",), "תחנת Charing Cross, ואז 5 דקות הליכה. הביאו שלטים וחברים."),
        qr_target=TARGET,
        qr_label="חתמו ותרמו",
        imprint="מו״ל ואחראי: קמפיין קזחסטן, PO Box 100, London E11 1YZ · office@example.org",
        organisation="קמפיין קזחסטן",
    ),
}

HOSTILE = (
    "<b>&amp;\"'</b> \x00\x01\x1b[31m {curly} %s \\ $HOME `x` ../../etc\u2028next\u2029line\r\nend\ttab "
    "so\u00adft \u200b\u200d\u202eoverride\u202c \u2067iso \ufeff \ue000 \ufffe ✊🏽👩‍👩‍👧 ๑ 李明 قيرات 12-10 "
    "e\u0301 Й \ud800 \udfff"
)
