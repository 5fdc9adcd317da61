"""System checks of the texts that come with the program."""

from __future__ import annotations

from typing import Any

from django.core.checks import CheckMessage, Error, Warning, register

from advisor.texts.survey import Amiss, Found, survey_built_in

_IDS = {Amiss.ORPHAN: "texts.E001", Amiss.GAP: "texts.E002", Amiss.UNREADABLE: "texts.E003", Amiss.STALE: "texts.W001"}
_HINT = "Read the text against the law of now, then: manage.py texts --accept {slot}"


@register("texts")
def check_texts(**kwargs: Any) -> list[CheckMessage]:
    """Orphans, gaps and unreadable texts are errors; what is behind the law, and left out of papers, a warning."""
    return [_message(found) for found in survey_built_in() if found.amiss in _IDS]


def _message(found: Found) -> CheckMessage:
    if found.amiss is Amiss.STALE:
        return Warning(str(found), hint=_HINT.format(slot=found.slot), id=_IDS[found.amiss])
    return Error(str(found), id=_IDS[found.amiss])
