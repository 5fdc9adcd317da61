"""Tests of the quick check."""
