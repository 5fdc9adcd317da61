"""The dossier for a hardship commission (§ 23a AufenthG): what its Land wants to read, from the case."""
