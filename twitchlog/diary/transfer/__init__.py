"""The whole diary out and in: one JSON file without any loss, a folder of CSV for spreadsheets."""
