"""What `manage.py` offers of back-ups."""
