"""The memo: composed from an assessment, shown as a page and written as a PDF."""
