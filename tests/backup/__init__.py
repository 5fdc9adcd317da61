"""Tests of back-up and restoration."""
