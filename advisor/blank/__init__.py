"""The blank questionnaire on paper, and the way back from its numbers to the answers of a case."""
