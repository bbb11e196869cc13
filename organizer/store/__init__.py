"""How it is kept: the only holder of a session and the only opener of the file."""
