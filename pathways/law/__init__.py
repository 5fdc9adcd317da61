"""The eight residence titles as law: facts, sources, deadlines, pathways."""
