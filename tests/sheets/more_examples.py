"""Leaflets in the other ten languages that sheets speak: the same facts, the same invented contact details."""

from __future__ import annotations

from datetime import date, time

from organizer.sheets.content import CallToAction, DemandLine, LeafletContent
from tests.sheets.examples import TARGET

_DAY, _FROM, _TO = date(2012, 5, 1), time(12, 0), time(14, 30)


def _call(title: str, place: str, directions: str) -> CallToAction:
    return CallToAction(_DAY, title, time_from=_FROM, time_to=_TO, place_lines=(place,), directions=directions)


def _demands(*pairs: tuple[str, str]) -> tuple[DemandLine, ...]:
    return tuple(DemandLine(number, lead, rest) for number, (lead, rest) in enumerate(pairs, 1))


def _leaflet(
    language: str,
    kicker: str,
    headline: str,
    body: str,
    demands: tuple[DemandLine, ...],
    call: CallToAction,
    qr_label: str,
    imprint: str,
) -> LeafletContent:
    return LeafletContent(
        language,
        headline,
        body,
        kicker=kicker,
        demands=demands,
        call=call,
        qr_target=TARGET,
        qr_label=qr_label,
        imprint=imprint,
        organisation="Campaign Kazakhstan",
    )


MORE_LEAFLETS: dict[str, LeafletContent] = {
    "fr": _leaflet(
        "fr",
        "Journée d’action",
        "Condamnés pour avoir fait grève",
        "Pendant sept mois, les ouvriers du pétrole de Janaozen ont réclamé leurs salaires. La police a tiré : **seize personnes "
        "sont mortes** le 16 décembre 2011. Qui répond « présent » pour elles ? Nous !",
        _demands(
            ("Liberté pour les prisonniers de Janaozen", "et annulation des peines."),
            ("Une enquête indépendante", "sur la fusillade, avec les familles."),
            ("Réintégration des licenciés", "avec l’intégralité de leurs salaires : 100 % des arriérés."),
        ),
        _call("Rassemblement devant l’ambassade", "59, rue Pierre-Charron, 75008 Paris", "Métro George V. Tél. 01 99 00 12 34."),
        "Signez la pétition",
        "Édité et imprimé par Campagne Kazakhstan, BP 100, 75011 Paris.",
    ),
    "es": _leaflet(
        "es",
        "Jornada de lucha",
        "¿Cárcel por una huelga? ¡No!",
        "Los petroleros de Zhanaozén pararon siete meses por salarios impagados. La policía disparó: **dieciséis muertos** el "
        "16 de diciembre de 2011. Al banquillo fueron los supervivientes y su abogada, no quienes dieron la orden.",
        _demands(
            ("Libertad para los presos de Zhanaozén", "y anulación de las condenas."),
            ("Una investigación independiente", "de los disparos, con las familias."),
            ("Readmisión de los despedidos", "con todos los salarios atrasados."),
        ),
        _call(
            "Concentración ante la embajada", "Calle Sotillo 10, 28043 Madrid", "Metro Canillas, salida Silvano. Trae pancartas."
        ),
        "Firma y dona",
        "Edita e imprime: Campaña Kazajistán, Apartado 100, 28012 Madrid.",
    ),
    "pt": _leaflet(
        "pt",
        "Dia de ação",
        "Presos por defender a greve",
        "Os petroleiros de Zhanaozen pararam sete meses por salários em atraso. A polícia disparou: **dezasseis pessoas "
        "morreram** a 16 de dezembro de 2011. Quem sobreviveu foi a julgamento; quem deu a ordem, não.",
        _demands(
            ("Liberdade para os presos de Zhanaozen", "e anulação das penas."),
            ("Uma investigação independente", "aos disparos, com as famílias."),
            ("Reintegração dos despedidos", "com pagamento de todos os salários."),
        ),
        _call(
            "Concentração à porta da embaixada", "Avenida da República 100, 1050-204 Lisboa", "Metro Entre Campos. Traz faixas."
        ),
        "Assina e apoia",
        "Editado e impresso por Campanha Cazaquistão, Apartado 100, 1001-801 Lisboa.",
    ),
    "it": _leaflet(
        "it",
        "Giornata d’azione",
        "In carcere perché in sciopero",
        "Per sette mesi i petrolieri di Žanaozen hanno chiesto i salari arretrati. La polizia ha sparato: **sedici persone sono "
        "morte** il 16 dicembre 2011. Sotto processo è finito chi è sopravvissuto, non chi ha dato l’ordine.",
        _demands(
            ("Libertà per i prigionieri di Žanaozen", "e annullamento delle condanne."),
            ("Un’inchiesta indipendente", "sulla sparatoria, con le famiglie."),
            ("Reintegro dei licenziati", "con tutti gli arretrati: il 100% della paga."),
        ),
        _call("Presidio davanti all’ambasciata", "Via Cassia 471, 00189 Roma", "Autobus 201 fino a Cassia. Portate striscioni."),
        "Firma e sostieni",
        "A cura di Campagna Kazakistan, Casella postale 100, 00185 Roma. Stampato in proprio.",
    ),
    "pl": _leaflet(
        "pl",
        "Dzień solidarności",
        "Więzienie za udział w strajku",
        "Przez siedem miesięcy naftowcy z Żangaözen domagali się zaległych płac. Policja otworzyła ogień: **zginęło szesnaście "
        "osób** 16 grudnia 2011 r. Przed sądem stanęli ci, którzy przeżyli, a nie ci, którzy strzelali.",
        _demands(
            ("Wolność dla więźniów z Żangaözen", "i uchylenie wyroków."),
            ("Niezależne śledztwo", "w sprawie strzelaniny, z udziałem rodzin."),
            ("Przywrócenie zwolnionych do pracy", "z wypłatą wszystkich zaległości."),
        ),
        _call(
            "Pikieta przed ambasadą",
            "ul. Królowej Marysieńki 14, 02-954 Warszawa",
            "Autobus 180 do przystanku Wilanów. Weź transparent.",
        ),
        "Podpisz petycję",
        "Wydawca i druk: Kampania Kazachstan, skr. poczt. 100, 00-950 Warszawa.",
    ),
    "tr": _leaflet(
        "tr",
        "Dayanışma günü",
        "Grevcileri savundular, hapsedildiler",
        "Janaözen petrol işçileri ödenmeyen ücretleri için yedi ay grev yaptı. Polis ateş açtı: 16 Aralık 2011’de **on altı kişi "
        "öldü.** Mahkemeye ateş edenler değil, sağ kalanlar ve avukatları çıkarıldı.",
        _demands(
            ("Janaözen tutuklularına özgürlük", "ve cezaların iptali."),
            ("Bağımsız soruşturma", "ailelerin katılımıyla."),
            ("İşten atılanların geri alınması", "ve tüm ücretlerin ödenmesi: %100."),
        ),
        _call("Elçilik önünde eylem", "Kılıç Ali Sokağı 6, Çankaya, Ankara", "Or-An otobüsü. Pankart ve ıslık getirin."),
        "İmzala, bağış yap",
        "Yayımlayan ve basan: Kazakistan Kampanyası, PK 100, 06420 Ankara.",
    ),
    "uk": _leaflet(
        "uk",
        "День солідарності",
        "Засуджені за участь у страйку",
        "Сім місяців нафтовики Жанаозена страйкували через невиплачену зарплату. Поліція відкрила вогонь: 16 грудня 2011 року "
        "**загинули шістнадцять людей**. На лаві підсудних опинилися ті, хто вижив, а не ті, хто стріляв.",
        _demands(
            ("Свободу в’язням Жанаозена", "і скасування вироків."),
            ("Незалежне розслідування", "розстрілу за участю родин загиблих."),
            ("Поновити звільнених", "з повною виплатою зарплати."),
        ),
        _call(
            "Пікет біля посольства",
            "вул. Мельникова, 26, м. Київ",
            "Метро «Лук’янівська», далі пішки п’ять хвилин. Беріть плакати.",
        ),
        "Підпишіть",
        "Видано й надруковано: Кампанія «Казахстан», а/с 100, 01001 Київ.",
    ),
    "fa": _leaflet(
        "fa",
        "روز همبستگی",
        "زندان به جرم اعتصاب",
        "کارگران نفت ژانااوزن هفت ماه برای دستمزد پرداخت‌نشده اعتصاب کردند. پلیس آتش گشود: **شانزده نفر کشته شدند**، در ۱۶ دسامبر "
        "۲۰۱۱. آنان که زنده ماندند محاکمه شدند (و وکیلشان نیز). می‌خواهیم بدانیم «چه کسی دستور داد؟»",
        _demands(
            ("آزادی زندانیان ژانااوزن", "و لغو احکام آنان."),
            ("تحقیق مستقل", "دربارهٔ تیراندازی، با حضور خانواده‌ها."),
            ("بازگشت به کار اخراج‌شدگان", "با پرداخت ۱۰۰٪ دستمزدها."),
        ),
        _call(
            "تجمع در برابر سفارت",
            "125 Pall Mall, London SW1Y 5EA",
            "مترو: Charing Cross، تلفن ‎+44 20 7946 0123، ساعت 12:00–14:30.",
        ),
        "امضا کنید",
        "نشر و چاپ: کارزار قزاقستان، PO Box 100, London E11 1YZ.",
    ),
    "ur": _leaflet(
        "ur",
        "یوم یکجہتی",
        "ہڑتال کرنے پر قید",
        "ژاناوزین کے تیل کے مزدوروں نے اجرت نہ ملنے پر سات ماہ ہڑتال کی۔ پولیس نے گولی چلائی: 16 دسمبر "
        "2011 کو **سولہ افراد مارے گئے۔** "
        "مقدمہ گولی چلانے والوں پر نہیں، بچ جانے والوں پر چلا۔",
        _demands(
            ("ژاناوزین کے قیدیوں کو رہا کرو", "اور سزائیں منسوخ کرو۔"),
            ("آزادانہ تحقیقات", "خاندانوں کی شرکت کے ساتھ۔"),
            ("برطرف مزدوروں کی بحالی", "اور پوری اجرت کی ادائیگی۔"),
        ),
        _call("سفارت خانے کے سامنے احتجاج", "125 Pall Mall, London SW1Y 5EA", "ٹیوب: Charing Cross، فون +44 20 7946 0123۔"),
        "دستخط کریں",
        "ناشر اور طابع: قازقستان مہم، PO Box 100, London E11 1YZ۔",
    ),
    "hi": _leaflet(
        "hi",
        "एकजुटता दिवस",
        "हड़ताल करने पर जेल",
        "झानाओज़ेन के तेल मज़दूरों ने बकाया मज़दूरी के लिए सात महीने हड़ताल की। पुलिस ने गोली चलाई: 16 दिसंबर 2011 को **सोलह लोग मारे गए।** "
        "मुक़दमा गोली चलाने वालों पर नहीं, बचे हुए लोगों पर चला।",
        _demands(
            ("झानाओज़ेन के क़ैदियों को रिहा करो", "और सज़ाएँ रद्द करो।"),
            ("स्वतंत्र जाँच", "परिवारों की भागीदारी के साथ।"),
            ("निकाले गए मज़दूरों की बहाली", "और पूरी बकाया मज़दूरी का भुगतान।"),
        ),
        _call("दूतावास पर धरना", "61 पूर्वी मार्ग, वसंत विहार, नई दिल्ली 110057", "मेट्रो: मुनिरका। बैनर साथ लाएँ। फ़ोन +91 11 5550 0123।"),
        "हस्ताक्षर करें",
        "प्रकाशक और मुद्रक: क़ज़ाख़स्तान अभियान, डाक पेटी 100, नई दिल्ली 110001।",
    ),
}
