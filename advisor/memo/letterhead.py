"""Who writes a memo: the office, the adviser, and by whose guidance or own qualification they may."""

from __future__ import annotations

import base64

from advisor.accounts.models import Office, User
from advisor.guidance.models import Cover
from advisor.guidance.standing import Standing
from advisor.memo.models import OfficeLetterhead
from advisor.memo.parts import Letterhead
from pathways.content.words import day_words


def letterhead_of(office: Office, adviser: User, standing: Standing) -> Letterhead:
    """The head of a memo made on the day of the standing. A guidance that is over or missing is not printed."""
    qualified = standing.cover is Cover.QUALIFIED
    own = OfficeLetterhead.objects.filter(office=office).first() or OfficeLetterhead(office=office)
    logo = bytes(own.logo)
    return Letterhead(
        office=office.name,
        adviser=f"{adviser}, {standing.words}" if qualified else str(adviser),
        guidance="" if qualified else standing.words,
        issued_on=day_words(standing.day),
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
