"""Press releases about the historical Kazakhstan campaign in seven languages. People and contact details are invented."""

from __future__ import annotations

from datetime import date, datetime

from organizer.sheets.content import Fact, PressContact, PressReleaseContent

_ISSUED, _DAY, _EMBARGO = date(2012, 12, 13), date(2012, 12, 14), datetime(2012, 12, 14, 0, 1)
_CONTACT = PressContact("Anna Example", "+44 20 7946 0123", "out of hours +44 7700 900 456", "press@example.org")
_ADDRESS = "PO Box 100, London E11 1YZ · example.org"
_PLACE = "125 Pall Mall, London SW1Y 5EA"

PRESS: dict[str, PressReleaseContent] = {
    "en": PressReleaseContent(
        "en-GB",
        organisation="Campaign Kazakhstan",
        address_line=_ADDRESS,
        reference="PR 2012-14",
        issued=_ISSUED,
        embargo=_EMBARGO,
        zone="GMT",
        headline="Pickets in nine cities mark a year since oil workers were shot",
        subhead="Unions ask for an independent inquiry into the deaths at Zhanaozen and the release of those jailed",
        dateline_place="London",
        dateline_day=_DAY,
        body=(
            "Trade unionists will stand outside the embassy of Kazakhstan on Sunday to remember the sixteen "
            "people killed when police "
            "opened fire in the oil town of Zhanaozen on 16 December 2011, and to demand the release of "
            "everyone jailed since.",
            "The vigil, from 12 noon to 2 pm, is one of nine on the same day. Others are planned in Berlin, "
            "Moscow, New York, Stockholm, "
            "Vienna, Dublin, Brussels and Athens.",
            "The oil workers had been on strike since May 2011. They asked for the wages that they were owed "
            "and for the right to choose "
            "their own representatives. Their lawyer was sentenced to six years in August of that year for "
            "“inciting social discord”.",
        ),
        quote="“Nobody who gave the order has stood in court. The people who were shot at have.”",
        quote_by="Anna Example, secretary of the campaign",
        more=(
            "Thirty-seven people were tried in Aktau in the spring of 2012, and thirteen of them were sent to "
            "prison. Several told the "
            "court that they had been beaten in custody; the campaign says no one has been charged over it.",
            "More than three thousand letters have reached the ministries, the company and the embassies since "
            "the strike began. They "
            "were written by union branches in twenty-one countries.",
            "“We will go on writing until the cells are empty,” said Ben Sample of the oil workers’ branch in "
            "Aberdeen. “Companies that "
            "buy this oil can pick up the telephone today.”",
        ),
        notes=(
            "The figure of sixteen dead is the official one; families and human rights groups believe that it is higher.",
            "A list of those still in prison is available on request in English and Russian.",
            "Names of workers are shortened for their safety. Please do not publish pictures of their families.",
        ),
        facts=(
            Fact("When", ("Sunday 16 December", "12 noon – 2 pm", "Minute’s silence 1 pm")),
            Fact("Where", ("Embassy of Kazakhstan", "125 Pall Mall", "London SW1Y 5EA")),
            Fact("Photo call", ("1 pm: sixteen helmets on the embassy steps",)),
            Fact("Interviews", ("Former strikers by telephone (Russian, Kazakh); Anna Example (English)",)),
            Fact("Pictures", ("Free to use: example.org/press",)),
        ),
        contact=_CONTACT,
    ),
    "de": PressReleaseContent(
        "de",
        organisation="Kampagne Kasachstan",
        address_line="Postfach 1000, 10115 Berlin · example.org",
        reference="PM 2012-9",
        issued=_ISSUED,
        headline="Kundgebung zum Jahrestag der Schüsse auf Ölarbeiter",
        subhead="Gewerkschaften fordern eine unabhängige Untersuchung und Freiheit für die Verurteilten",
        dateline_place="Berlin",
        dateline_day=_DAY,
        body=(
            "Mit einer Mahnwache vor der kasachischen Botschaft erinnern Gewerkschafterinnen und Gewerkschafter "
            "am Sonntag an die "
            "sechzehn Menschen, die am 16. Dezember 2011 in der Ölstadt Schangaösen erschossen wurden.",
            "Die Ölarbeiter hatten seit Mai 2011 gestreikt. Sie verlangten ausstehende Löhne und das Recht, "
            "ihre Vertretung selbst zu "
            "wählen. Ihre Rechtsanwältin wurde im August desselben Jahres zu sechs Jahren Haft verurteilt.",
        ),
        quote="„Wer den Befehl gab, stand nie vor Gericht. Wer beschossen wurde, schon.“",
        quote_by="Anna Beispiel, Sprecherin der Kampagne",
        more=(
            "Im Frühjahr 2012 standen in Aktau siebenunddreißig Menschen vor Gericht, dreizehn von ihnen kamen "
            "in Haft. Mehrere "
            "berichteten von Misshandlungen im Polizeigewahrsam; angeklagt wurde deswegen bisher niemand.",
            "Über dreitausend Protestschreiben aus einundzwanzig Ländern haben Ministerien, Unternehmen und "
            "Botschaften erreicht.",
        ),
        notes=("Die Zahl von sechzehn Toten ist die amtliche; Angehörige gehen von mehr Opfern aus.",),
        facts=(
            Fact("Wann", ("Sonntag, 16. Dezember", "12–14 Uhr")),
            Fact("Wo", ("Botschaft der Republik Kasachstan", "Nordendstraße 14–17", "13156 Berlin")),
            Fact("Bilder", ("Honorarfrei: example.org/presse",)),
        ),
        contact=PressContact("Anna Beispiel", "+49 30 23125 000", "abends +49 30 23125 111", "presse@example.org"),
    ),
    "ru": PressReleaseContent(
        "ru",
        organisation="Кампания «Казахстан»",
        address_line="а/я 100, Москва · example.org",
        reference="№ 14/2012",
        issued=_ISSUED,
        embargo=_EMBARGO,
        zone="МСК",
        headline="Год после расстрела: пикеты солидарности пройдут в девяти городах",
        subhead="Профсоюзы требуют независимого расследования и освобождения осуждённых нефтяников",
        dateline_place="Москва",
        dateline_day=_DAY,
        body=(
            "В воскресенье у посольства Казахстана пройдёт пикет памяти шестнадцати человек, погибших 16 "
            "декабря 2011 года в Жанаозене, "
            "когда полиция открыла огонь. Участники потребуют освободить всех, кто был осуждён после этих событий.",
            "Нефтяники бастовали с мая 2011 года. Они требовали выплатить заработанное и признать избранных ими "
            "представителей. "
            "Их юриста приговорили к шести годам за «возбуждение социальной розни».",
        ),
        quote="«Те, кто отдал приказ, так и не предстали перед судом. Те, в кого стреляли, предстали».",
        quote_by="Анна Пример, секретарь кампании",
        more=(
            "Весной 2012 года в Актау судили тридцать семь человек, тринадцать из них отправили в колонии. "
            "Несколько подсудимых "
            "рассказали о побоях; обвинений никому не предъявлено.",
            "С начала забастовки в министерства, компанию и посольства пришло более трёх тысяч писем из двадцати одной страны.",
        ),
        notes=("Шестнадцать погибших — официальная цифра; семьи считают, что жертв больше.",),
        facts=(
            Fact("Когда", ("Воскресенье, 16 декабря", "12:00–14:00")),
            Fact("Где", ("Посольство Казахстана", "Чистопрудный бульвар, 3а", "Москва")),
        ),
        contact=PressContact("Анна Пример", "+7 495 000-00-00", "вечером +7 900 000-00-00", "press@example.org"),
    ),
    "kk": PressReleaseContent(
        "kk",
        organisation="«Қазақстан» науқаны",
        address_line=_ADDRESS,
        reference="№ 14/2012",
        issued=_ISSUED,
        headline="Мұнайшыларға оқ атылғанына бір жыл: тоғыз қалада пикет өтеді",
        subhead="Кәсіподақтар тәуелсіз тергеу мен сотталғандарды босатуды талап етеді",
        dateline_place="Лондон",
        dateline_day=_DAY,
        body=(
            "Жексенбі күні Қазақстан елшілігінің алдында 2011 жылғы 16 желтоқсанда Жаңаөзенде қаза тапқан он "
            "алты адамды еске алу "
            "пикеті өтеді. Қатысушылар содан бері сотталғандардың бәрін босатуды талап етеді.",
            "Мұнайшылар 2011 жылдың мамырынан бері ереуілде болды. Олар тиесілі жалақысын және өз өкілдерін "
            "сайлау құқығын сұрады.",
        ),
        quote="«Бұйрық бергендердің ешқайсысы сотқа тартылған жоқ. Оқ тигендер тартылды».",
        quote_by="Анна Мысал, науқан хатшысы",
        more=(
            "Ереуіл басталғалы бері министрліктерге, компанияға және елшіліктерге жиырма бір елден үш мыңнан астам хат келді.",
        ),
        notes=("Он алты адам — ресми дерек; отбасылар құрбандар одан көп деп есептейді.",),
        facts=(Fact("Қашан", ("Жексенбі, 16 желтоқсан", "12:00–14:00")), Fact("Қайда", ("Қазақстан елшілігі", _PLACE))),
        contact=_CONTACT,
    ),
    "el": PressReleaseContent(
        "el",
        organisation="Εκστρατεία Καζακστάν",
        address_line=_ADDRESS,
        reference="ΔΤ 14/2012",
        issued=_ISSUED,
        headline="Ένας χρόνος από τους πυροβολισμούς: συγκεντρώσεις σε εννέα πόλεις",
        subhead="Τα συνδικάτα ζητούν ανεξάρτητη έρευνα και την απελευθέρωση των καταδικασμένων",
        dateline_place="Αθήνα",
        dateline_day=_DAY,
        body=(
            "Την Κυριακή συνδικαλιστές θα συγκεντρωθούν έξω από την πρεσβεία του Καζακστάν για να θυμηθούν τους "
            "δεκαέξι ανθρώπους που "
            "σκοτώθηκαν στο Ζαναοζέν στις 16 Δεκεμβρίου 2011, όταν η αστυνομία άνοιξε πυρ.",
            "Οι εργάτες πετρελαίου απεργούσαν από τον Μάιο του 2011. Ζητούσαν τους μισθούς που τους χρωστούσαν "
            "και το δικαίωμα να "
            "εκλέγουν οι ίδιοι τους εκπροσώπους τους.",
        ),
        quote="«Όσοι έδωσαν τη διαταγή δεν δικάστηκαν. Όσοι πυροβολήθηκαν, δικάστηκαν».",
        quote_by="Άννα Παράδειγμα, γραμματέας της εκστρατείας",
        more=(
            "Περισσότερες από τρεις χιλιάδες επιστολές από είκοσι μία χώρες έχουν φτάσει σε υπουργεία, εταιρεία και πρεσβείες.",
        ),
        notes=("Οι δεκαέξι νεκροί είναι ο επίσημος αριθμός· οι οικογένειες πιστεύουν ότι είναι περισσότεροι.",),
        facts=(Fact("Πότε", ("Κυριακή 16 Δεκεμβρίου", "12:00–14:00")), Fact("Πού", ("Πρεσβεία του Καζακστάν",))),
        contact=_CONTACT,
    ),
    "ar": PressReleaseContent(
        "ar-LB",
        organisation="حملة كازاخستان",
        address_line=_ADDRESS,
        reference="ب ص 14/2012",
        issued=_ISSUED,
        embargo=_EMBARGO,
        zone="بتوقيت بيروت",
        headline="عام على إطلاق النار على عمال النفط: وقفات في تسع مدن",
        subhead="النقابات تطالب بتحقيق مستقل وبالإفراج عن المحكومين",
        dateline_place="بيروت",
        dateline_day=_DAY,
        body=(
            "يقف نقابيون يوم الأحد أمام سفارة كازاخستان إحياءً لذكرى ستة عشر شخصاً قُتلوا في مدينة جاناوزين "
            "النفطية في 16 كانون الأول "
            "2011 حين أطلقت الشرطة النار، ومطالبةً بالإفراج عن جميع من سُجنوا منذ ذلك اليوم.",
            "كان عمال النفط مضربين منذ أيار 2011. طالبوا بأجورهم المستحقة وبحقهم في اختيار ممثليهم، وحُكم على "
            "محاميتهم بالسجن ست سنوات "
            "بتهمة «التحريض على الفتنة الاجتماعية».",
        ),
        quote="«لم يمثل أمام القضاء أحد ممن أصدروا الأمر. أما من أُطلق عليهم الرصاص فقد مثلوا».",
        quote_by="آنا مثال، أمينة سر الحملة",
        more=("وصلت إلى الوزارات والشركة والسفارات أكثر من 3,000 رسالة من 21 بلداً منذ بدء الإضراب (أيار 2011).",),
        notes=("عدد القتلى الستة عشر هو العدد الرسمي؛ وتعتقد العائلات أنه أكبر.",),
        facts=(Fact("متى", ("الأحد 16 كانون الأول", "12:00–14:00")), Fact("أين", ("سفارة كازاخستان", _PLACE))),
        contact=PressContact("آنا مثال", "+44 20 7946 0123", "بعد الدوام +44 7700 900 456", "press@example.org"),
    ),
    "he": PressReleaseContent(
        "he",
        organisation="קמפיין קזחסטן",
        address_line=_ADDRESS,
        reference="הל 14/2012",
        issued=_ISSUED,
        headline="שנה לירי בעובדי הנפט: משמרות סולידריות בתשע ערים",
        subhead="האיגודים דורשים חקירה עצמאית ושחרור של הכלואים",
        dateline_place="תל אביב",
        dateline_day=_DAY,
        body=(
            "ביום ראשון יעמדו אנשי איגודים מקצועיים מול שגרירות קזחסטן לזכר שישה עשר בני האדם שנהרגו בעיירת הנפט ז׳נאוזן "
            "ב־16 בדצמבר 2011, כשהמשטרה פתחה באש, וידרשו לשחרר את כל מי שנכלא מאז.",
            "עובדי הנפט שבתו מאז מאי 2011. הם דרשו את השכר שהגיע להם ואת הזכות לבחור את נציגיהם.",
        ),
        quote="״מי שנתן את הפקודה לא עמד לדין. מי שירו בו — עמד.״",
        quote_by="אנה דוגמה, מזכירת הקמפיין",
        more=("יותר מ־3,000 מכתבים מ־21 מדינות הגיעו למשרדי הממשלה, לחברה ולשגרירויות (מאז מאי 2011).",),
        notes=("שישה עשר הרוגים הוא המספר הרשמי; המשפחות סבורות שהמספר גבוה יותר.",),
        facts=(Fact("מתי", ("יום ראשון, 16 בדצמבר", "12:00–14:00")), Fact("איפה", ("שגרירות קזחסטן", _PLACE))),
        contact=PressContact("אנה דוגמה", "+44 20 7946 0123", "בערב +44 7700 900 456", "press@example.org"),
    ),
}
