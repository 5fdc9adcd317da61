"""Print codes: short enough for the telephone, kept as a keyed digest only, each of use in one office."""

from __future__ import annotations

import secrets

from django.db import transaction
from django.utils import timezone

from advisor.accounts.models import User
from advisor.cases.hold import hold
from advisor.cases.services import Stale, log
from advisor.logbook.models import Action
from advisor.memo.models import Release
from advisor.vault.services import standing_safe

LENGTH = 8
GROUP = 4

# No vowels, so that no code is a word; none of the letters that are taken for one another or for a figure.
# By what each is told on the telephone: DIN 5009.
SPELT = {
    "B": "Berlin",
    "C": "Chemnitz",
    "D": "Düsseldorf",
    "F": "Frankfurt",
    "G": "Goslar",
    "H": "Hamburg",
    "J": "Jena",
    "K": "Köln",
    "M": "München",
    "N": "Nürnberg",
    "P": "Potsdam",
    "R": "Rostock",
    "S": "Salzwedel",
    "T": "Tübingen",
    "V": "Völklingen",
    "W": "Wuppertal",
    "X": "Xanten",
    "Z": "Zwickau",
}
_LETTERS = "".join(SPELT)


def new_code() -> str:
    """Eight letters nobody can foresee: one of eleven thousand million."""
    return "".join(secrets.choice(_LETTERS) for _ in range(LENGTH))


def grouped(code: str) -> str:
    """A code as it is shown: two groups."""
    return f"{code[:GROUP]}-{code[GROUP:]}"


def spelt(code: str) -> str:
    """A code as it is told on the telephone."""
    return " · ".join(SPELT[letter] for letter in code)


def read_code(typed: str) -> str | None:
    """The code somebody typed, however they grouped it; None for what no code looks like."""
    code = "".join(letter for letter in typed.upper() if letter not in " -–\t")
    return code if len(code) == LENGTH and set(code) <= set(_LETTERS) else None


def digest(office_id: int, code: str) -> bytes:
    """16 bytes by which a code of an office is found again; without the master key nobody can try codes on them."""
    return standing_safe("print-code").blind(f"print/{office_id}", code)


def redeem(user: User, typed: str) -> Release | None:
    """The release a code stands for, if it is for this volunteer; None alike for whatever it may not open.

    A code for whoever has it gives them a release of their own, for the same purpose up to the same day.
    """
    code = read_code(typed)
    if code is None or user.office_id is None:
        return None
    today = timezone.localdate()
    rows = Release.objects.valid_on(today).filter(code=digest(user.office_id, code), memo__case__office=user.office_id)
    rows = rows.select_related("memo__case", "memo__record").defer("memo__sealed", "memo__sealed_content")
    found = {row.to_id: row for row in rows}
    if user.pk in found:
        return found[user.pk]
    return _join(found[None], user) if None in found else None


def _join(shared: Release, user: User) -> Release | None:
    """A release of one's own; None where the shared one ended meanwhile, or the own one was taken back after it."""
    memo, now = shared.memo, timezone.now()
    with transaction.atomic():
        try:
            hold(memo.case)
        except Stale:
            return None
        own = Release.objects.filter(memo=memo, to=user)
        if own.filter(withdrawn_at__gt=shared.at).exists():
            return None
        # Read again: it may have been taken back until this case was held.
        if not Release.objects.filter(pk=shared.pk, withdrawn_at=None).exists():
            return None
        if has := own.valid_on(timezone.localdate(now)).filter(purpose=shared.purpose).first():
            return has
        row, _made = Release.objects.update_or_create(
            memo=memo,
            to=user,
            purpose=shared.purpose,
            defaults={
                "until": shared.until,
                "by_id": shared.by_id,
                "at": now,
                "code": None,
                "redeemed": True,
                "withdrawn_at": None,
            },
        )
        what = f"{memo.record.number} {memo.record.kind} {shared.purpose} bis {shared.until:%d.%m.%Y}"
        log(Action.PRINT_CODE_USED, memo.case, user, subject=what)
        return row
