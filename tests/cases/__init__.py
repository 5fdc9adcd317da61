"""What an office does with cases, below the pages."""
