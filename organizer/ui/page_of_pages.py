"""A page of several screens of which one is in view: everything that the window asks is answered by that one."""

from __future__ import annotations

from PySide6.QtWidgets import QBoxLayout, QWidget

from organizer.ui.page import Page


class PageOfPages(Page):
    """A kind of it says with `current` which screen is in view."""

    def current(self) -> Page:
        raise NotImplementedError

    def go_to_search(self) -> None:
        self.current().go_to_search()

    def new(self) -> None:
        self.current().new()

    def duplicate(self) -> None:
        self.current().duplicate()

    def save(self) -> None:
        self.current().save()

    def print_it(self) -> None:
        self.current().print_it()

    def delete(self) -> None:
        self.current().delete()

    def show_history(self) -> None:
        self.current().show_history()

    def entered(self) -> None:
        self.current().entered()

    def panes(self) -> list[QWidget]:
        return self.current().panes()

    def message_area(self) -> QWidget:
        return self.current().message_area()

    def error_place(self) -> QBoxLayout | None:
        return self.current().error_place()
