"""Pages as a browser without JavaScript gets them."""
