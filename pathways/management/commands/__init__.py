"""What `manage.py` offers under the name of each module."""
