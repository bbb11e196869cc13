"""Shared fixtures. The window is drawn off screen; keys are derived with the cheap profile."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("ORGANIZER_KDF", "test")
