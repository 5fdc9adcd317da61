"""Says for each language of the sheet whether it can be printed, and which texts are missing or out of date."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from pathways.content.sheet import LANGUAGES, faults, translation


class Command(BaseCommand):
    """Lists the texts to translate; fails where there are any."""

    help = "Zeigt, welche Texte des Merkblatts in welcher Sprache fehlen oder veraltet sind."

    def handle(self, *args: Any, **options: Any) -> None:
        """Print a line for each language and for each text that does not fit."""
        blocked = 0
        for language in LANGUAGES:
            words = translation(language)
            found = faults(words)
            blocked += bool(found)
            review = "" if words.reviewed else ", noch nicht von Muttersprachlern geprüft"
            self.stdout.write(f"{language}: {len(words.texts)} Texte, {len(found)} zu übersetzen{review}")
            for fault in found:
                self.stdout.write(f"  {fault.trouble}: {fault.key}: {fault.german}")
        if blocked:
            raise CommandError(f"{blocked} Sprachen können nicht gedruckt werden.")
