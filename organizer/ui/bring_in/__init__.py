"""Bringing in a spreadsheet: chosen or dropped, looked at, and taken in as one step that can be undone."""
