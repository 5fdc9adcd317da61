"""Cases: persons, answers, the questionnaire and what the law says about them."""
