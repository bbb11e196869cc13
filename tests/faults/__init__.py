"""Kills, power cuts, failing disks: what was acknowledged is in the file afterwards. `python -m tests.faults` runs long."""
