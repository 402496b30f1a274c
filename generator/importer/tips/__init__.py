"""Tips in a spreadsheet: read, held against the model and the library, and written."""
