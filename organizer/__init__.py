"""Picket Organizer: campaign records and campaign print, offline, in one encrypted file."""

__version__ = "1.0.0"
