"""The texts of the pathways as an office keeps them: revisions, releases, and which of them count now."""
