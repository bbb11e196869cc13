"""Bringing in a file of another program: chosen or dropped, looked at, and taken in as one step that can be undone."""
