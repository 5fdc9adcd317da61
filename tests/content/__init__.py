"""Words of the built-in texts."""
