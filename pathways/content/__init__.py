"""The editors' texts on the pathways; explanations, never rules."""
