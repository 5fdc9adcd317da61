"""The sheet for clients: what may be possible, in plain German and in their language."""
