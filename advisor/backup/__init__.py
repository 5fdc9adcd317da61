"""Encrypted back-ups and their restoration."""
