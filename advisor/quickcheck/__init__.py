"""The quick check: the questionnaire without a case, whose answers travel in the form and are stored nowhere."""
