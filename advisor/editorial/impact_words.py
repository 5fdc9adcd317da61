"""What a count of the impact says in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from advisor.editorial.models import ImpactCount


@dataclass(frozen=True, slots=True)
class ImpactLine:
    """A count on the page. ``address``: of this part alone, ``page``: of the whole page with the same choice."""

    is_running: bool
    done: int
    total: int
    words: str
    address: str
    page: str


def line_of(row: ImpactCount, address: str, page: str) -> ImpactLine:
    """A count with where to look how far it is."""
    return ImpactLine(row.is_running, row.done, row.total, touched_words(row.touched), address, page)


def touched_words(touched: Mapping[str, Any]) -> str:
    """The numbers of a count, as a release keeps them; that nobody has counted, where it keeps none."""
    if not touched:
        return _("Wurde vor der Freigabe nicht gezählt.")
    total, either = int(touched["total"]), int(touched["either"])
    words = ngettext(
        "Bei {either} von {total} laufenden Fall liest sich das Memo anders (kurz: {short}, ausführlich: {full}).",
        "Bei {either} von {total} laufenden Fällen liest sich das Memo anders (kurz: {short}, ausführlich: {full}).",
        total,
    ).format(either=either, total=total, short=touched["short"], full=touched["full"])
    if broken := int(touched.get("broken", 0)):
        unread = ngettext("{n} Fall ließ sich nicht öffnen.", "{n} Fälle ließen sich nicht öffnen.", broken)
        words = f"{words} {unread.format(n=broken)}"
    moment = date_format(localtime(datetime.fromisoformat(touched["at"])), "SHORT_DATETIME_FORMAT")
    return f"{words} {_('Gezählt am {moment}.').format(moment=moment)}"
