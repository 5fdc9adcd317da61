"""Days and times in English: the day first and the month as a word, so that nobody can mistake one for the other."""

DATE_FORMAT = "j F Y"
SHORT_DATE_FORMAT = "j M Y"
DATETIME_FORMAT = "j F Y, H:i"
SHORT_DATETIME_FORMAT = "j M Y, H:i"
TIME_FORMAT = "H:i"
# What is typed is read as the questionnaire explains it, in every language alike.
DATE_INPUT_FORMATS = ["%d.%m.%Y", "%Y-%m-%d"]
