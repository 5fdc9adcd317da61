"""Texts of an office: written, released, read, stale."""
