"""Safe keeping: backups, the passphrase, privacy, and what the program protects and cannot."""
