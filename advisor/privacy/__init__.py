"""The data-protection documents of an office, made from what the program asks, keeps and allows."""
