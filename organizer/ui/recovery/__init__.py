"""Recovery sheets in the window: made and tried, typed in again, and the change of the passphrase."""
