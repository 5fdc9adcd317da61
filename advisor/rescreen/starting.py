"""Starting a run: its parts, and which offices need one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils import timezone

from advisor.accounts.models import Office
from advisor.rescreen.models import Chunk, Run
from advisor.rescreen.reading import open_cases
from advisor.texts.library import texts_digest
from pathways.engine.fingerprint import law_version
from pathways.engine.lawbook import Lawbook
from pathways.law import LAW

A_PART = 100  # cases; a second or so
_ROWS = 500


def start(office: Office, now: datetime, lawbook: Lawbook = LAW) -> tuple[Run, bool]:
    """The run of an office by the law and texts of now, and whether it is a new one: one that runs already goes on.

    One by another law is given up: what it has kept stays, and this one compares with that.
    """
    law, texts, day = law_version(lawbook), texts_digest(office), timezone.localdate(now)
    try:
        with transaction.atomic():
            running = Run.objects.select_for_update().filter(office=office, finished_at=None, cancelled_at=None)
            if (found := running.first()) is not None:
                if (found.law, found.texts, found.day) == (law, texts, day):
                    return found, False
                Run.objects.filter(pk=found.pk).update(cancelled_at=now)
            run = Run.objects.create(office=office, law=law, texts=texts, day=day, pulse=now)
            Chunk.objects.bulk_create(
                (Chunk(run=run, first=first, last=last) for first, last in ranges(office.pk)), batch_size=_ROWS
            )
            return run, True
    except IntegrityError:  # somebody else has started it at this moment
        return Run.objects.get(office=office, finished_at=None, cancelled_at=None), False


def ranges(office_id: int) -> Iterator[tuple[int, int]]:
    """The open cases of an office in parts: the first and last number of each. Only numbers are read."""
    part: list[int] = []
    for pk in open_cases(office_id).order_by("pk").values_list("pk", flat=True).iterator(chunk_size=_ROWS):
        part.append(pk)
        if len(part) == A_PART:
            yield part[0], part[-1]
            part = []
    if part:
        yield part[0], part[-1]


def outdated(lawbook: Lawbook = LAW) -> Iterator[Office]:
    """The offices with open cases whose last finished run was by another law or by other texts."""
    law = law_version(lawbook)
    for office in Office.objects.order_by("pk"):
        last = Run.objects.filter(office=office, finished_at__isnull=False).order_by("-finished_at", "-pk").first()
        if last is not None and (last.law, last.texts) == (law, texts_digest(office)):
            continue
        if open_cases(office.pk).exists():
            yield office
