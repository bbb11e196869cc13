"""The fixed words on sheets, in the language of the sheet, whatever language the program speaks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time

from organizer import i18n


@dataclass(frozen=True)
class SheetWords:
    """`moment`, `day`, `page` and the like are named places in the sentences."""

    demands: str
    press_release: str
    embargoed_until: str
    immediate: str
    ends: str
    notes: str
    press_office: str
    issued: str
    page_of: str
    more: str
    times: str = "{start}–{end}"
    comma: str = ", "
    month: str = "{month}"
    digits: str = "0123456789"


_WORDS = {
    "en": SheetWords(
        "What they demand",
        "Press release",
        "Embargoed until {moment}",
        "For immediate release",
        "Ends",
        "Notes to editors",
        "Press office",
        "issued {day}",
        "Page {page} of {pages}",
        "More follows",
    ),
    "de": SheetWords(
        "Das fordern sie",
        "Pressemitteilung",
        "Sperrfrist: {moment}",
        "Zur sofortigen Veröffentlichung",
        "Ende",
        "Hinweise für die Redaktion",
        "Pressestelle",
        "herausgegeben am {day}",
        "Seite {page} von {pages}",
        "Fortsetzung nächste Seite",
    ),
    "fr": SheetWords(
        "Leurs revendications",
        "Communiqué de presse",
        "Sous embargo jusqu’au {moment}",
        "Pour diffusion immédiate",
        "Fin",
        "Notes à la rédaction",
        "Service de presse",
        "publié le {day}",
        "Page {page} sur {pages}",
        "Suite page suivante",
    ),
    "ru": SheetWords(
        "Их требования",
        "Пресс-релиз",
        "Не публиковать до {moment}",
        "Для немедленной публикации",
        "Конец",
        "Примечания для редакций",
        "Пресс-служба",
        "выпущен {day}",
        "Страница {page} из {pages}",
        "Продолжение на следующей странице",
    ),
    "kk": SheetWords(
        "Олардың талаптары",
        "Баспасөз хабарламасы",
        "Жариялауға рұқсат: {moment}",
        "Дереу жариялауға",
        "Соңы",
        "Редакцияларға ескертпе",
        "Баспасөз қызметі",
        "шыққан күні: {day}",
        "{page}-бет, барлығы {pages}",
        "Жалғасы келесі бетте",
    ),
    "uk": SheetWords(
        "Їхні вимоги",
        "Пресреліз",
        "Не публікувати до {moment}",
        "Для негайної публікації",
        "Кінець",
        "Примітки для редакцій",
        "Пресслужба",
        "випущено {day}",
        "Сторінка {page} з {pages}",
        "Продовження на наступній сторінці",
    ),
    "el": SheetWords(
        "Τα αιτήματα",
        "Δελτίο τύπου",
        "Εμπάργκο έως {moment}",
        "Για άμεση δημοσίευση",
        "Τέλος",
        "Σημειώσεις για τη σύνταξη",
        "Γραφείο τύπου",
        "εκδόθηκε {day}",
        "Σελίδα {page} από {pages}",
        "Συνέχεια στην επόμενη σελίδα",
    ),
    "ar": SheetWords(
        "مطالبهم",
        "بيان صحفي",
        "محظور النشر حتى {moment}",
        "للنشر الفوري",
        "انتهى",
        "ملاحظات للمحررين",
        "المكتب الصحفي",
        "صدر في {day}",
        "صفحة {page} من {pages}",
        "يتبع في الصفحة التالية",
        times="من {start} إلى {end}",
        comma="، ",
    ),
    "fa": SheetWords(
        "خواسته‌های آنان",
        "اطلاعیهٔ مطبوعاتی",
        "انتشار پیش از {moment} ممنوع",
        "برای انتشار فوری",
        "پایان",
        "یادداشت برای سردبیران",
        "دفتر مطبوعاتی",
        "تاریخ انتشار: {day}",
        "صفحهٔ {page} از {pages}",
        "ادامه در صفحهٔ بعد",
        times="از {start} تا {end}",
        comma="، ",
        digits="۰۱۲۳۴۵۶۷۸۹",
    ),
    "ur": SheetWords(
        "ان کے مطالبات",
        "پریس ریلیز",
        "{moment} سے پہلے اشاعت ممنوع",
        "فوری اشاعت کے لیے",
        "اختتام",
        "مدیران کے لیے نوٹ",
        "پریس دفتر",
        "تاریخ اجرا: {day}",
        "صفحہ {page} از {pages}",
        "بقیہ اگلے صفحے پر",
        times="{start} سے {end} تک",
        comma="، ",
    ),
    "he": SheetWords(
        "הדרישות",
        "הודעה לעיתונות",
        "אמברגו עד {moment}",
        "לפרסום מיידי",
        "סוף",
        "הערות לעורכים",
        "דוברות",
        "פורסם ב־{day}",
        "עמוד {page} מתוך {pages}",
        "המשך בעמוד הבא",
        month="ב{month}",
    ),
    "es": SheetWords(
        "Qué exigen",
        "Nota de prensa",
        "Embargada hasta: {moment}",
        "Para publicación inmediata",
        "Fin",
        "Notas para la redacción",
        "Gabinete de prensa",
        "emitida el {day}",
        "Página {page} de {pages}",
        "Continúa en la página siguiente",
    ),
    "it": SheetWords(
        "Che cosa chiedono",
        "Comunicato stampa",
        "Sotto embargo fino a: {moment}",
        "Per pubblicazione immediata",
        "Fine",
        "Note per la redazione",
        "Ufficio stampa",
        "emesso il {day}",
        "Pagina {page} di {pages}",
        "Continua alla pagina seguente",
    ),
    "pl": SheetWords(
        "Czego żądają",
        "Informacja prasowa",
        "Embargo do: {moment}",
        "Do natychmiastowej publikacji",
        "Koniec",
        "Informacje dla redakcji",
        "Biuro prasowe",
        "wydano {day}",
        "Strona {page} z {pages}",
        "Ciąg dalszy na następnej stronie",
    ),
    "pt": SheetWords(
        "O que exigem",
        "Comunicado de imprensa",
        "Sob embargo até: {moment}",
        "Para divulgação imediata",
        "Fim",
        "Notas à redação",
        "Assessoria de imprensa",
        "emitido em {day}",
        "Página {page} de {pages}",
        "Continua na página seguinte",
    ),
    "tr": SheetWords(
        "Talepleri",
        "Basın bülteni",
        "Ambargo bitişi: {moment}",
        "Hemen yayımlanabilir",
        "Bitti",
        "Editörlere notlar",
        "Basın bürosu",
        "yayın tarihi: {day}",
        "Sayfa {page} / {pages}",
        "Devamı sonraki sayfada",
    ),
}


def languages() -> tuple[str, ...]:
    """Languages whose fixed words are known; others take the English ones."""
    return tuple(_WORDS)


def words(language: str) -> SheetWords:
    return _WORDS.get(language.replace("_", "-").split("-")[0].lower(), _WORDS["en"])


def digits(text: str, language: str) -> str:
    """The text with the digits its language is written in."""
    own = words(language).digits
    return text.translate(str.maketrans("0123456789", own)) if own[0] != "0" else text


def day_number(day: date, language: str) -> str:
    return digits(str(day.day), language)


def month(day: date, language: str) -> str:
    """As it stands under the day: June, июня, ביוני."""
    return words(language).month.format(month=i18n.month_long(day, language))


def month_and_year(day: date, language: str) -> tuple[str, str]:
    """For a day that is not known exactly: the month by itself, and the year."""
    return i18n.month_long(day, language), digits(str(day.year), language)


def day_long(day: date, language: str) -> str:
    return digits(i18n.day_long(day, language), language)


def weekday_and_times(day: date | None, start: time | None, end: time | None, language: str) -> str:
    """Friday, 17:00–19:00: what is known of it."""
    weekday = i18n.weekday(day, language) if day else ""
    hours = ""
    if start and end:
        hours = words(language).times.format(start=i18n.clock(start), end=i18n.clock(end))
    elif start:
        hours = i18n.clock(start)
    line = words(language).comma.join(part for part in (weekday, hours) if part)
    return digits(line[:1].upper() + line[1:], language)


def moment(at: datetime, zone: str, language: str) -> str:
    """00:01 BST, Friday 12 June 2026."""
    clock = " ".join(part for part in (i18n.clock(at.time()), zone.strip()) if part)
    day = i18n.weekday_day(at.date(), language)
    if language.startswith("en"):
        day = f"{i18n.weekday(at.date(), language)} {i18n.day_long(at.date(), language)}"
    return digits(words(language).comma.join((clock, day)), language)
