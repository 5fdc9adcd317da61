"""Template tags of the pages about cases."""
