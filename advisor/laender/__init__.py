"""The pages about the Länder."""
