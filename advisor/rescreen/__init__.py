"""Assessing all open cases anew when the law or a text has changed."""
