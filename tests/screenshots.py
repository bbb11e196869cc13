"""python -m tests.screenshots DIR [PART OF A NAME]: every screen and dialog with the sample campaign, as PNG, in every look."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("ORGANIZER_KDF", "test")

from PySide6.QtCore import QEventLoop, QPoint, QTimer
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from organizer import i18n
from organizer.actions.demands import revise
from organizer.actions.print_runs import begin_print_run
from organizer.actions.sample import fill_with_sample, sample_day
from organizer.records.base import Record
from organizer.records.campaign import current_demands
from organizer.records.donation import Donation
from organizer.records.kinds import KINDS
from organizer.settings import Settings
from organizer.store.covering import Box
from organizer.store.opening import create_file, open_file
from organizer.store.store import Store
from organizer.ui import appearance
from organizer.ui.bring_in.sheet import BringIn
from organizer.ui.compartments.purposes import make
from organizer.ui.compartments.sheet import SecretSheet
from organizer.ui.crash import CrashDialog
from organizer.ui.keys_help import KeysSheet
from organizer.ui.look.install import install
from organizer.ui.main_window import MainWindow
from organizer.ui.new_file import NewFile
from organizer.ui.photo_editor.sheet import PhotoEditor
from organizer.ui.recovery.change import ChangePassphrase
from organizer.ui.recovery.offer import RecoveryOffer
from organizer.ui.recovery.open_with import OpenWithWords
from organizer.ui.safe_keeping.page import SafeKeepingPage
from organizer.ui.session import Session
from organizer.ui.settings_sheet import SettingsSheet
from organizer.ui.start_page import StartPage
from organizer.ui.tasks import Tasks
from organizer.ui.unlock import Unlock
from tests.conftest import PASSPHRASE
from tests.desks import sweep
from tests.exchange.sheets import SPREADSHEETS
from tests.ui.grid import august

LAPTOP, WIDE, RAIL, LEAST = (1366, 768), (1920, 1080), (1150, 720), (880, 600)
REPORT = (
    "Picket Organizer 1.0 · Python 3.11 · Qt 6 · Linux\nZeroDivisionError: division by zero\n  organizer/ui/charts.py:61 paint"
)


@dataclass(frozen=True)
class Look:
    """One way to see all screens: `ratio` is device pixels for one logical pixel."""

    name: str
    size: tuple[int, int] = LAPTOP
    theme: str = "light"
    text_size: int = 100
    language: str = "en_GB"
    ratio: float = 1.0

    def settings(self) -> Settings:
        return Settings(language=self.language, theme=self.theme, text_size=self.text_size)


LOOKS = (
    Look("light"),
    Look("dark", theme="dark"),
    Look("wide-dark", WIDE, theme="dark"),
    Look("arabic", language="ar"),
    Look("russian-rail", RAIL, language="ru"),
    Look("least-150", LEAST, text_size=150),
    Look("dark-twice", theme="dark", ratio=2.0),
)


class Stage:
    """The program on the sample campaign, in one look."""

    def __init__(self, look: Look, store: Store) -> None:
        self.look, self.store, self.tasks = look, store, Tasks()
        appearance.apply(look.settings())
        self.session = Session(store, look.settings(), today=lambda: sample_day(store) or date.today(), tasks=self.tasks)

    def window(self, page: str = "overview") -> MainWindow:
        window = MainWindow(self.session)
        self.show(window)
        window.show_page(page)
        settle(self.tasks)
        return window

    def show(self, widget: QWidget) -> None:
        widget.resize(*self.look.size)
        widget.show()
        settle(self.tasks)

    def picture(self, widget: QWidget) -> QPixmap:
        settle(self.tasks)
        found = QPixmap(widget.size() * self.look.ratio)
        found.setDevicePixelRatio(self.look.ratio)
        painter = QPainter(found)
        widget.render(painter, QPoint())
        painter.end()
        return found


def settle(tasks: Tasks) -> None:
    """Let everything under way arrive, be laid out and be painted: quiet at two looks running."""
    loop = QEventLoop()
    look = QTimer()
    look.setInterval(120)
    quiet = 0

    def see() -> None:
        nonlocal quiet
        quiet = 0 if tasks.busy() else quiet + 1
        if quiet == 2:
            loop.quit()

    look.timeout.connect(see)
    look.start()
    loop.exec()


Scene = Callable[[Stage], QWidget]


def start(stage: Stage) -> QWidget:
    page = StartPage(stage.look.settings())
    stage.show(page)
    page.focus_first()
    return page


def unlock(stage: Stage) -> QWidget:
    page = start(stage)
    stage.store.close(back_up=False)
    Unlock(page, stage.store.path, stage.tasks).show_over()
    return page


def new_file(stage: Stage) -> QWidget:
    page = start(stage)
    NewFile(page, stage.tasks).show_over()
    return page


def recovery_words(stage: Stage) -> QWidget:
    page = start(stage)
    stage.store.close(back_up=False)
    OpenWithWords(page, stage.store.path, stage.tasks).show_over()
    return page


def section(code: str) -> Scene:
    """A section of safe keeping."""

    def scene(stage: Stage) -> QWidget:
        window = stage.window("safe_keeping")
        safe_keeping = window.page()
        assert isinstance(safe_keeping, SafeKeepingPage)
        safe_keeping.show_section(code)
        return window

    return scene


def page(code: str) -> Scene:
    return lambda stage: stage.window(code)


def first(kind: str, **values: object) -> Scene:
    """The page of a kind with its first record that has these values; `city` is a name, `name` what a name begins with."""

    def scene(stage: Stage) -> QWidget:
        window = stage.window()
        record = next(each for each in _all(stage.store, KINDS[kind]) if all(_has(each, *pair) for pair in values.items()))
        window.to.record(type(record), record.id)
        return window

    return scene


def _has(record: Record, field: str, value: object) -> bool:
    kept = getattr(record, field)
    return bool(kept == value or getattr(kept, "name", None) == value or (field == "name" and str(value) in kept))


def _all(store: Store, kind: type[Record]) -> list[Record]:
    from organizer.store.listing import ListQuery

    return store.listing(ListQuery(kind)).records(0, 200)


def deleted(stage: Stage) -> QWidget:
    window = first("picket", state="cancelled", city="Köln")(stage)
    settle(stage.tasks)
    window.run("delete")  # type: ignore[attr-defined]
    return window


def problems(stage: Stage) -> QWidget:
    window = stage.window("pickets")
    window.run("new")
    settle(stage.tasks)
    window.run("save")
    return window


def history(stage: Stage) -> QWidget:
    window = stage.window("pickets")
    window.run("show_history")
    return window


def grid(stage: Stage) -> QWidget:
    window = stage.window("letters_grid")
    # Another August: the rows of the sample's own are in its letter book already.
    QApplication.clipboard().setText(august.PASTED.replace("/2012", "/2013"))
    window.page().paste()  # type: ignore[attr-defined]
    return window


def quick_log(kind: str) -> Scene:
    def scene(stage: Stage) -> QWidget:
        window = stage.window("pickets")
        window.quick_log(kind)
        return window

    return scene


def search(stage: Stage) -> QWidget:
    window = stage.window()
    window.search()
    QTest.keyClicks(QApplication.focusWidget(), "kuram")
    return window


def sheet(make: Callable[[MainWindow, Session], QWidget]) -> Scene:
    def scene(stage: Stage) -> QWidget:
        window = stage.window()
        make(window, stage.session).show_over()  # type: ignore[attr-defined]
        return window

    return scene


def bring_in(name: str = "") -> Scene:
    def scene(stage: Stage) -> QWidget:
        window = stage.window("pickets")
        window.run("bring_in")
        (sheet,) = window.findChildren(BringIn)
        if name:
            sheet.open_sheet(SPREADSHEETS / name)
            settle(stage.tasks)
        return window

    return scene


def sheet_of(key: str) -> Scene:
    """The print room at one of its sheets."""

    def scene(stage: Stage) -> QWidget:
        window = stage.window("print_room")
        window.page().sheets.show_sheet(key, None)  # type: ignore[attr-defined]
        return window

    return scene


def print_runs(stage: Stage) -> QWidget:
    """Some copies of an older demand are still there."""
    store, campaign = stage.store, stage.session.campaign
    assert campaign is not None
    for sheet, printed, handed_out in (("petition-sheet", 400, 120), ("bust-card", 200, 200), ("placard", 12, 4)):
        run = begin_print_run(
            store,
            campaign,
            sheet,
            printed=printed,
            needs=frozenset({"demands"}),
            answers={"phones": campaign.contact_phone},
            today=stage.session.today(),
        )
        run.handed_out, run.kept_at = handed_out, "Office, second shelf"
        store.save(run)
    demand = store.records(current_demands(campaign.id))[0]
    revise(store, demand, {"en": "Reinstate all 2,000 workers, with back pay."}, stage.session.today())
    window = stage.window("print_room")
    window.page().show_screen("runs")  # type: ignore[attr-defined]
    return window


def photo(tool: str) -> Scene:
    """The photo editor over a leaflet, cutting or covering."""

    def scene(stage: Stage) -> QWidget:
        window = first("leaflet", name="Berlin")(stage)
        settle(stage.tasks)
        control = window.page().form.body.controls["photo_id"]  # type: ignore[attr-defined]
        control.look_for_faces() if tool == "faces" else control.edit()
        (editor,) = window.findChildren(PhotoEditor)
        settle(stage.tasks)
        width, height = editor.editing.size
        if tool == "faces":
            for across, down, size in ((0.2, 0.45, 0.16), (0.55, 0.5, 0.12), (0.76, 0.52, 0.2)):
                side = round(size * height)
                editor.editing.add_area(Box(round(across * width), round(down * height), side, round(side * 1.25)))
        else:
            editor.editing.put(Box(width // 8, height // 8, width * 5 // 8, height * 3 // 5))
        return window

    return scene


def crash(_stage: Stage) -> QWidget:
    dialog = CrashDialog(REPORT)
    dialog.show()
    return dialog


SCENES: dict[str, Scene] = {
    "01-start": start,
    "02-unlock": unlock,
    "03-new-file": new_file,
    "04-overview": page("overview"),
    "05-pickets": first("picket", city="Berlin", day=date(2012, 8, 22)),
    "06-picket-deleted": deleted,
    "07-picket-problems": problems,
    "08-history": history,
    "09-letters": page("letters"),
    "10-letters-grid": grid,
    "11-donations": page("donations"),
    "12-leaflets": page("leaflets"),
    "13-leaflet": first("leaflet", name="Berlin"),
    "14-press-releases": page("press_releases"),
    "15-press-release": first("press_release"),
    "16-organisations": page("address_book"),
    "17-person": first("person"),
    "18-targets": page("targets"),
    "19-campaigns": page("campaigns"),
    "20-quick-picket": quick_log("picket"),
    "21-quick-letter": quick_log("letter"),
    "22-quick-donation": quick_log("donation"),
    "23-search": search,
    "24-settings": sheet(lambda window, session: SettingsSheet(window, session)),
    "25-keys": sheet(lambda window, _session: KeysSheet(window)),
    "26-crash": crash,
    "27-bring-in": bring_in(),
    "28-bring-in-pickets": bring_in("pickets-london.csv"),
    "29-bring-in-letters": bring_in("letters-2011-2012.csv"),
    "30-print-room": page("print_room"),
    "31-print-room-petition": sheet_of("petition-sheet"),
    "32-print-runs": print_runs,
    "33-photo-crop": photo("crop"),
    "34-photo-faces": photo("faces"),
    "35-passphrase": section("passphrase"),
    "36-change-passphrase": sheet(lambda window, session: ChangePassphrase(window, session.store, session.tasks)),
    "37-recovery-sheet": sheet(lambda window, session: RecoveryOffer(window, session.store, session.tasks)),
    "38-recovery-words": recovery_words,
    "39-compartments": section("compartments"),
    "40-make-compartment": sheet(lambda window, session: SecretSheet(window, session.tasks, make(session.store, Donation))),
}


def draw(folder: Path, part: str = "") -> list[Path]:
    """Every scene in every look whose name, as in `05-pickets-light`, holds `part`; the pictures' paths."""
    application = QApplication.instance() or QApplication([])
    install(application)  # type: ignore[arg-type]
    folder.mkdir(parents=True, exist_ok=True)
    made = []
    with tempfile.TemporaryDirectory() as scratch:
        sample = create_file(Path(scratch) / "kazakhstan.organizer", PASSPHRASE)
        fill_with_sample(sample)
        sample.close(back_up=False)
        for look in LOOKS:
            for name, scene in SCENES.items():
                if part in f"{name}-{look.name}" and (look.language.startswith("en") or look.language in i18n.languages()):
                    made.append(_draw_one(folder / f"{name}-{look.name}.png", look, scene, sample.path))
    return made


def _draw_one(path: Path, look: Look, scene: Scene, sample: Path) -> Path:
    """One picture of a copy of the sample, with nothing left of the scenes before."""
    with tempfile.TemporaryDirectory() as folder:
        store = open_file(Path(shutil.copy(sample, folder)), PASSPHRASE)
        stage = Stage(look, store)
        shown = scene(stage)
        picture = stage.picture(shown)
        if not picture.save(str(path)):
            raise SystemExit(f"{path} could not be written.")
        if isinstance(shown, MainWindow):
            shown.let_go()
        else:
            shown.close()
        shown.deleteLater()
        stage.tasks.close()
        stage.session.deleteLater()
        store.close(back_up=False)
        sweep()
    return path


if __name__ == "__main__":
    if len(sys.argv) < 2:
        raise SystemExit(__doc__)
    for drawn in draw(Path(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else ""):
        print(drawn)
