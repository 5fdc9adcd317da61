"""Who advises under whose guidance, and cases put to the releaser."""
