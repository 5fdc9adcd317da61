"""`manage.py texts`: what is amiss with texts; accept those of the program; carry texts between installations."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection

from advisor.accounts.models import Office, User
from advisor.policies import Permission, may
from advisor.texts import triggers
from advisor.texts.bundle import LONGEST, Plan, export_texts, import_texts, plan_of
from advisor.texts.faults import TextFault
from advisor.texts.survey import survey, survey_built_in
from pathways.content.builtin import accept, built_in


class Command(BaseCommand):
    """Lists texts for slots that are gone, gaps, stale and overdue ones, of the program and of each office."""

    help = "Zeigt verwaiste, fehlende, veraltete und überfällige Texte; liest Texte aus und ein."
    # The checks say what this command is there to mend.
    requires_system_checks: tuple[str, ...] = ()

    def add_arguments(self, parser: CommandParser) -> None:
        """What to do; without an option: list what is amiss."""
        parser.add_argument("--office", metavar="NAME", help="nur diese Stelle")
        parser.add_argument("--check", action="store_true", help="Ende mit 1, wenn etwas gefunden wird")
        doing = parser.add_mutually_exclusive_group()
        doing.add_argument("--accept", metavar="SLOT", nargs="+", help="mitgelieferte Texte passen zum Recht von heute")
        doing.add_argument("--export", metavar="DATEI", type=Path, help="freigegebene Texte der Stelle schreiben")
        doing.add_argument("--import", metavar="DATEI", type=Path, dest="read", help="Texte zur Freigabe vorlegen")
        parser.add_argument("--dry-run", action="store_true", help="bei --import nur sagen, was daraus würde")
        parser.add_argument("--as", metavar="BENUTZER", dest="user", help="wer die eingelesenen Texte vorlegt")

    def handle(self, *args: Any, **options: Any) -> None:
        """Do it; CommandError with the reason where it cannot be done."""
        if options["accept"]:
            self._accept(options["accept"])
        elif options["export"]:
            self._export(options["export"], self._one_office(options["office"]))
        elif options["read"]:
            self._import(options["read"], options["user"], only_look=options["dry_run"])
        else:
            amiss = self._list(self._offices(options["office"]))
            if amiss and options["check"]:
                sys.exit(1)

    def _accept(self, slots: list[str]) -> None:
        wanted = list(built_in()) if slots == ["all"] else slots
        if unknown := [slot for slot in wanted if slot not in built_in()]:
            raise CommandError(f"Kein mitgelieferter Text: {', '.join(unknown)}")
        for slot in accept(wanted):
            self.stdout.write(slot)

    def _list(self, offices: list[Office]) -> int:
        found = 0
        for name, listed in [
            ("mitgeliefert", survey_built_in()),
            *((office.name, survey(office)) for office in offices),
        ]:
            found += len(listed)
            for each in listed:
                self.stdout.write(f"{name}: {each}")
        gone = triggers.missing(connection)
        for trigger in gone:
            self.stdout.write(f"Datenbank: Trigger fehlt: {trigger}")
        return found + len(gone)

    def _export(self, path: Path, office: Office) -> None:
        path.write_text(export_texts(office), encoding="utf-8")
        self.stdout.write(f"Geschrieben: {path}")

    def _import(self, path: Path, username: str | None, *, only_look: bool) -> None:
        user = User.objects.filter(username=username or "").select_related("office").first()
        if user is None or not may(user, Permission.EDIT_TEXTS):
            raise CommandError("Mit --as ist jemand zu nennen, der Texte schreiben darf.")
        try:
            if path.stat().st_size > LONGEST:
                raise CommandError("Die Datei ist zu groß.")
            content = path.read_text(encoding="utf-8")
            plan = plan_of(content, user.office) if user.office else None
            if plan:
                self._say(plan)
            if only_look:
                return
            taken = import_texts(content, user)
        except (OSError, UnicodeError) as fault:
            raise CommandError(f"Nicht lesbar: {path}") from fault
        except TextFault as fault:
            raise CommandError(str(fault)) from fault
        self.stdout.write(f"Zur Freigabe vorgelegt: {len(taken.made)}")

    def _say(self, plan: Plan) -> None:
        """What the file holds, place by place; what is the same is only counted."""
        if plan.is_changed:
            self.stdout.write("Die Datei ist nicht mehr, wie sie geschrieben wurde. Sehen Sie jeden Text genau an.")
        self.stdout.write(f"Aus: {plan.origin or 'nicht angegeben'}. Steht hier schon genauso: {len(plan.same)}")
        for words, found in (("Neu", plan.new), ("Anders", plan.different)):
            for each in found:
                self.stdout.write(f"{words}: {each.slot} ({each.language})")
        for words, keys in (
            ("Ausgelassen, hier ist eine Fassung in Arbeit", plan.left_out),
            ("Ausgelassen, diesen Platz gibt es hier nicht", plan.unknown),
        ):
            for slot, language in keys:
                self.stdout.write(f"{words}: {slot} ({language})")

    def _offices(self, name: str | None) -> list[Office]:
        return [self._one_office(name)] if name else list(Office.objects.order_by("pk"))

    def _one_office(self, name: str | None) -> Office:
        offices = Office.objects.filter(name=name) if name else Office.objects.all()
        found = list(offices[:2])
        if len(found) != 1:
            raise CommandError("Mit --office ist eine Stelle zu nennen, die es gibt.")
        return found[0]
