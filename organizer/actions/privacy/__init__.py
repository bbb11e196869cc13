"""Privacy: erasing people, what is due to go, and what a file knows about somebody."""
