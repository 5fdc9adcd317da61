"""Pages about people: one's own account, and for office admins the people of the office."""
