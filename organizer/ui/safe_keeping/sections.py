"""The sections of safe keeping, in their order, and how each is made when it is first wanted."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module

from organizer.i18n import N_
from organizer.ui.page import Page
from organizer.ui.session import Session


@dataclass(frozen=True)
class Section:
    """`of` names the module within this package and the class in it, which takes the session."""

    code: str
    words: str
    of: str

    def make(self, session: Session) -> Page:
        module, name = self.of.split(":")
        page: Page = getattr(import_module(f"organizer.ui.safe_keeping.{module}"), name)(session)
        return page


SECTIONS = (
    Section("backups", N_("Backups"), "backups:BackupsSection"),
    Section("passphrase", N_("Passphrase"), "passphrase:PassphraseSection"),
    Section("privacy", N_("Privacy"), "privacy:PrivacySection"),
    Section("compartments", N_("Compartments"), "compartments:CompartmentsSection"),
    Section("protection", N_("What is protected"), "protection:Protection"),
)
BY_CODE = {section.code: section for section in SECTIONS}
