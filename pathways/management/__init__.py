"""The commands that need the law and nothing else."""
