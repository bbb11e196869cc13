"""What stands beside a sheet while it is written: its words, its languages, its page, its notes, and the way to paper."""
