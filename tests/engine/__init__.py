"""Tests of the rule engine: no Django, no database, a toy law instead of the real one."""
