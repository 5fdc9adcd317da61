"""The life of a case: states, retention, deletion."""
