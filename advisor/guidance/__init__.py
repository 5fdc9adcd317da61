"""Who advises under whose guidance (RDG § 6), and cases put to the releaser."""
