"""Files from and for others: spreadsheets in, spreadsheets and text out."""
