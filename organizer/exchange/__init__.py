"""Files from and for others: spreadsheets, address books and calendars in; spreadsheets, calendars and text out."""
