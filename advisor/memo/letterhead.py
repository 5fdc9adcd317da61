"""Who writes a paper: the office with the letterhead it has set, the adviser, and whose guidance they have."""

from __future__ import annotations

import base64
from dataclasses import replace

from advisor.accounts.models import Office, User
from advisor.guidance.models import Cover
from advisor.guidance.standing import Standing
from advisor.memo.models import OfficeLetterhead
from advisor.memo.parts import Letterhead
from pathways.content.words import day_words


def letterhead_of(office: Office, adviser: User, standing: Standing) -> Letterhead:
    """The head of a paper made on the day of the standing. A guidance that is over or missing is not printed."""
    qualified = standing.cover is Cover.QUALIFIED
    own = OfficeLetterhead.objects.filter(office=office).first() or OfficeLetterhead(office=office)
    return replace(
        printed(own),
        adviser=f"{adviser}, {standing.words}" if qualified else str(adviser),
        guidance="" if qualified else standing.words,
        issued_on=day_words(standing.day),
    )


def printed(own: OfficeLetterhead) -> Letterhead:
    """What an office has set, as it is printed; without an adviser and a day."""
    logo = bytes(own.logo)
    return Letterhead(
        office=own.office.name,
        address=tuple(line.strip() for line in own.address.splitlines() if line.strip()),
        phone=own.phone,
        mail=own.mail,
        web=own.web,
        foot=own.foot,
        logo=data_address(logo),
        logo_text=own.logo_text if logo else "",
    )


def data_address(logo: bytes) -> str:
    """A PNG as an address that holds it, so that neither page nor paper fetches anything; empty without one."""
    return f"data:image/png;base64,{base64.b64encode(logo).decode()}" if logo else ""
