"""The print room: every sheet a campaign hands out, with its words, its live page, and what was printed so far."""
