"""The grid in which many letters are logged at once."""
