"""Wegweiser's law: how rules work (engine), what the law says (law) and how it is put into words (content)."""
