"""Locking: what locks the window without being asked, and what it leaves behind when it does."""
