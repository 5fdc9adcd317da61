"""Measurements of speed, run by hand with `./wegweiser bench`; ratios from one run, never a test."""
