"""Tests of the blank questionnaire and of the way back from its numbers."""
