"""Memos for many cases as one job in the background."""
