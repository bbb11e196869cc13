"""What scrolls in a sheet is as high as its contents; a bar stands there only while they do not fit."""

from pytestqt.qtbot import QtBot

from organizer.ui.look.layout import col
from organizer.ui.look.text import Text
from organizer.ui.look.theme import Theme
from organizer.ui.tall import Tall

WIDTH = 400


def on_the_edge(text: Text, tall: Tall) -> int:
    """Give the text just as many words as need one line more beside a bar; the height without one."""
    bar = tall.verticalScrollBar().sizeHint().width()
    for count in range(50, 400):
        text.setText("i " * count)
        if tall.heightForWidth(WIDTH - bar) > tall.heightForWidth(WIDTH):
            return tall.heightForWidth(WIDTH)
    raise AssertionError("the bar takes no room")


def test_the_bar_goes_when_everything_fits_again(look: Theme, qtbot: QtBot) -> None:
    text = Text("", wrap=True)
    tall = Tall(col(text))
    qtbot.addWidget(tall)
    height = on_the_edge(text, tall)
    tall.resize(WIDTH, height - 10)
    tall.show()
    qtbot.waitUntil(tall.verticalScrollBar().isVisible)
    tall.resize(WIDTH, height)
    qtbot.waitUntil(lambda: not tall.verticalScrollBar().isVisible())


def test_the_bar_comes_when_the_contents_grow(look: Theme, qtbot: QtBot) -> None:
    text = Text("one line", wrap=True)
    tall = Tall(col(text))
    qtbot.addWidget(tall)
    tall.resize(WIDTH, tall.heightForWidth(WIDTH))
    tall.show()
    assert not tall.verticalScrollBar().isVisible()
    text.setText("word " * 200)
    qtbot.waitUntil(tall.verticalScrollBar().isVisible)
