"""Keeping what a form of the questionnaire sent, and how the case stood before and after."""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from collections.abc import Callable
from dataclasses import dataclass

from django.http import HttpRequest

from advisor.cases.answers import answers_of, in_order
from advisor.cases.fetch import NotWritable, OpenCase, PersonGone
from advisor.cases.services import ATTEMPTS, Stale, day_of, save_answers
from advisor.cases.sharing import forget_persons, sharing_of
from advisor.cases.standing import Standing
from advisor.cases.submission import Submission
from advisor.vault.faults import Tampered
from pathways.engine.facts import Answer, Answers, Gap
from pathways.engine.report import plain_value
from pathways.engine.values import read_answer
from pathways.law import LAW

_KEY = "answered"


@dataclass(frozen=True, slots=True)
class Kept:
    """What was sent, and how the case stood before and after what could be saved of it."""

    before: Standing
    sent: Submission
    now: Standing

    @classmethod
    def nothing(cls, standing: Standing) -> Kept:
        """Nothing was sent."""
        return cls(standing, Submission(), standing)


def standing_of(opened: OpenCase) -> Standing:
    """How the person stands; one query, and one for the persons where the case is about several.

    PersonGone where the person is no longer one of them.
    """
    case, person = opened.case, opened.person
    sharing = sharing_of(case, person) if opened.persons > 1 else None
    return Standing(sharing.answers if sharing else answers_of(person), day_of(case), sharing, case.texts)


def keep(opened: OpenCase, read: Callable[[Standing], Submission]) -> Kept:
    """Read what was sent against what is kept, and save what can be.

    Where somebody else saves between the two, it is read again, so that a conflict with theirs is seen; Stale where
    that happens again and again.
    """
    for attempt in range(ATTEMPTS):
        if attempt:
            opened.case.refresh_from_db(fields=["version", "as_of", "state", "destroy_on", "sealed_outlook"])
            forget_persons(opened.case)
            if not opened.case.is_running:
                raise NotWritable(opened.case)
            if not opened.case.persons.filter(pk=opened.person.pk).exists():
                raise PersonGone(opened.case)
        standing = standing_of(opened)
        sent = read(standing)
        if not sent.answers:
            return Kept(standing, sent, standing)
        now = standing.after(sent.answers, sent.for_all)
        person, user, version = opened.person, opened.user, opened.case.version
        _ = now.results  # the page needs them, and the verdicts that are kept come with them
        try:
            save_answers(person, sent.answers, user, version, for_all=sent.for_all, now=now)
        except Stale:
            continue
        return Kept(standing, sent, now)
    raise Stale(f"after {ATTEMPTS} attempts")


def remember(request: HttpRequest, opened: OpenCase, done: Kept) -> None:
    """Let the page that the browser is sent on to tell what the answers have changed.

    The session keeps what stood there before for that long, sealed under the key of the case.
    """
    if not done.sent.answers:
        return
    before = {key: _plain(done.before.answers.get(key)) for key in done.sent.answers}
    sealed = opened.case.safe.seal_text(_place(opened), json.dumps(before))
    request.session[_KEY] = b64encode(sealed).decode()


def remembered(request: HttpRequest, opened: OpenCase, now: Standing) -> Standing | None:
    """How the person stood before the answers that led to this page; None where none did. Told once."""
    kept = request.session.pop(_KEY, None)
    if kept is None:
        return None
    try:
        before = json.loads(opened.case.safe.open_text(_place(opened), b64decode(kept)))
    except Tampered:  # it was about another case or person
        return None
    earlier: dict[str, Answer] = {
        key: Answer(read_answer(LAW.facts_by_id[key], value))
        for key, value in before.items()
        if value is not None and key in LAW.facts_by_id
    }
    others: Answers = {key: answer for key, answer in now.answers.items() if key not in before}
    return Standing(in_order({**others, **earlier}), now.as_of)


def _plain(answer: Answer | None) -> object:
    return None if answer is None or answer.value is Gap.NOT_ASKED else plain_value(answer.value)


def _place(opened: OpenCase) -> str:
    return f"answered/{opened.person.uuid}"
