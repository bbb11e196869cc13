"""The sheets of the print room, one module each with its `KIND`: a new sheet is a new module here, and nothing else changes.

These modules are light: they say what a sheet asks for and make its content; what draws it is imported when it is drawn.
"""
