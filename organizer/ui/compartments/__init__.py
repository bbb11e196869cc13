"""Compartments in the window: made, opened, closed, and what lists say while one is closed."""
