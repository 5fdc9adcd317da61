"""Keys outside the database and what is sealed with them."""
