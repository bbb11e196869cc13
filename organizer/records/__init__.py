"""What is kept: one mapped class per kind of record, its rules and its queries as values."""
