"""What becomes of unsaved words in a form when a compartment is opened or closed."""

from __future__ import annotations

from organizer.ui.form import Form
from organizer.ui.session import Session


def let_go(session: Session, form: Form, *, anew: bool) -> bool:
    """Put away what stands unsaved in a form whose compartment is closed by now: it was kept as a draft before. Whether it was.

    `anew`: records read otherwise now, so that whom the form names is read again too, and its draft comes back.
    """
    if form.record is not None and session.store.is_hidden(type(form.record)):
        form.forget()
        return True
    if form.record is not None and anew:
        session.tried(form.show_anew)
    return False
