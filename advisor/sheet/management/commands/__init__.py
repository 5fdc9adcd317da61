"""Commands of the sheet."""
