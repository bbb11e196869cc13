"""Records to PDF bytes: pure functions, one sheet a module. They never read the store."""
