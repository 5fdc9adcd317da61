"""Tests of cases about several persons."""
