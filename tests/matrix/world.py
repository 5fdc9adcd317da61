"""Two offices at work: everybody there can be in one, cases in every state, and one of everything that has an id."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.test import Client
from django.utils import timezone

from advisor.accounts.invitations import invite
from advisor.accounts.models import Invitation, Office, Role, User
from advisor.accounts.sessions import BEGAN, SEEN
from advisor.batch.models import Batch, ItemState
from advisor.cases import team
from advisor.cases.dates import Noted, keep_date
from advisor.cases.models import Case, CaseAccess, CaseState
from advisor.cases.papers import Paper, Progress, keep_paper
from advisor.cases.sealing import seal_label
from advisor.cases.services import assessment_of, save_answers
from advisor.dossier.entries import Entry, Row, keep_entry
from advisor.editorial.models import ImpactCount
from advisor.guidance import changes
from advisor.guidance.consultations import answer, ask
from advisor.guidance.models import Consultation, Guidance
from advisor.guidance.standing import standing_of
from advisor.lifecycle.destruction import destroy_case
from advisor.lifecycle.models import DeletionCertificate, Reason
from advisor.lifecycle.states import move
from advisor.lifecycle.wastebin import UNDO_DAYS, put_in
from advisor.memo import stamp
from advisor.memo.keeping import Written, keep_memo
from advisor.memo.models import KeptMemo, Purpose, Release
from advisor.memo.parts import Length
from advisor.memo.release import Terms, release
from advisor.rescreen import golden
from advisor.rescreen.comparing import seal_moved
from advisor.rescreen.models import GoldenCase, MovedResult
from advisor.rescreen.stand import CRITERION, VERDICT, Difference
from advisor.texts.library import built_in_library
from advisor.texts.models import Release as TextRelease
from advisor.texts.models import Report
from advisor.texts.releasing import release as release_texts
from advisor.texts.writing import report, review, send_back, submit, write
from pathways.engine.facts import Answer, Gap, Proof
from pathways.engine.fingerprint import law_version
from pathways.law import LAW
from tests.factories import answers, make_user, person_of
from tests.factories import make_case as case_of
from tests.small_pdf import SMALL_PDF

# The stamp on print-outs takes the PDF writer as it is when it is loaded: before a test puts another in its place.
assert stamp

# The letters of `tests.matrix.expected`, in the order of its columns.
PEOPLE = {
    "T": "a counsellor in the team",
    "O": "a counsellor outside the team",
    "V": "a volunteer",
    "E": "an editor",
    "R": "a releaser",
    "Q": "the releaser who was asked",
    "A": "an office admin",
    "N": "somebody without a role",
    "F": "somebody with every role and no second factor",
    "X": "somebody with every role, switched off",
    "_": "nobody",
}
ROLES: dict[str, tuple[Role, ...]] = {
    "T": (Role.COUNSELLOR,),
    "O": (Role.COUNSELLOR,),
    "V": (Role.VOLUNTEER,),
    "E": (Role.EDITOR,),
    "R": (Role.RELEASER,),
    "Q": (Role.RELEASER,),
    "A": (Role.OFFICE_ADMIN,),
    "N": (),
    "F": tuple(Role),
    "X": tuple(Role),
}
FACTS: dict[str, Any] = {
    "location": "in_germany",
    "nationality": ["RU"],
    "federal_state": "NW",
    "birth_date": "1999-03",
    "current_status": "duldung",
    "identity_clarified": True,
}
# What the text of a field is, by the name of the field; everything that can be typed comes from here.
Texts = Callable[[str], str]


def plain(name: str) -> str:
    """An ordinary word for every field."""
    return f"Wort {name}"


@dataclass(frozen=True, slots=True)
class Folder:
    """A case with a memo that is released, a question that is answered and one that is open."""

    case: Case
    memo: KeptMemo
    asked: Consultation
    answered: Consultation


@dataclass
class Desk:
    """An office with one of everything that has an id; ``access``: that of F to the open case."""

    office: Office
    people: dict[str, User]
    folders: dict[str, Folder]
    certificate: DeletionCertificate
    invitation: Invitation
    guidance: Guidance
    access: CaseAccess
    session: UserSession
    batch: Batch
    moved: MovedResult
    golden_case: GoldenCase
    text_release: TextRelease
    text_report: Report
    count: ImpactCount
    sessions: dict[str, str] = field(default_factory=dict)

    def ids(self, folder: str = "open") -> dict[str, object]:
        """What stands for each part of an address that names something."""
        found = self.folders[folder]
        return {
            "uuid": found.case.uuid,
            "about": person_of(found.case).uuid,
            "memo": found.memo.uuid,
            "number": found.memo.record.number,
            "consultation": found.asked.uuid,
            "certificate": self.certificate.uuid,
            "batch": self.batch.uuid,
            "change": self.moved.uuid,
            "golden_case": self.golden_case.uuid,
            "release": self.text_release.number,
            "report": self.text_report.uuid,
            "count": self.count.uuid,
            "person": self.people["T"].pk,
        }

    def numbers(self) -> dict[str, object]:
        """What ``pk`` stands for in an address that has it, by name of the address; otherwise for a person."""
        return {
            "people:withdraw": self.invitation.pk,
            "people:end_session": self.session.pk,
        }


def make_desk(name: str, texts: Texts = plain, *, tag: str = "") -> Desk:
    """An office of that name; ``tag`` keeps the names of its people apart from those of another."""
    people = {}
    for letter, roles in ROLES.items():
        person = make_user(f"{letter.lower()}{tag}", name, *roles)
        if not roles:
            person.role_grants.all().delete()
        person.first_name, person.last_name = texts(f"first name {letter}"), texts(f"last name {letter}")
        person.save()
        if letter != "F":
            TOTP.activate(person, generate_totp_secret())
        people[letter] = person
    User.objects.filter(pk=people["X"].pk).update(is_active=False)
    return _with_cases(people["T"].office, people, texts)


def _with_cases(office: Office, people: dict[str, User], texts: Texts) -> Desk:
    lead, admin, today = people["T"], people["A"], timezone.localdate()
    guidance = _guided(lead, admin, texts, today)
    folders = {name: _folder(people, name, texts) for name in ("open", "closed", "binned")}
    case, closed = folders["open"].case, folders["closed"].case
    team.share(case, people["F"], lead)
    team.open_from_outside(case, people["F"], texts("reason"))
    move(closed, CaseState.CLOSED, lead, closed.version, today, knowing=True)
    _bin(folders["binned"], lead)
    gone = case_of(lead, texts("destroyed"))
    put_in(gone, Reason.REQUEST, lead, today)
    certificate = destroy_case(gone.pk, today + timedelta(days=UNDO_DAYS))
    invitation, _ = invite(office, [Role.VOLUNTEER], by=admin, note=texts("invitation"), email="neu@example.org")
    return Desk(
        office=office,
        people=people,
        folders=folders,
        certificate=certificate,
        invitation=invitation,
        guidance=guidance,
        access=CaseAccess.objects.get(case=case, user=people["F"], kind="member"),
        session=_other_session(admin, texts),
        batch=_job(folders["open"], lead),
        moved=_moved(folders["open"]),
        golden_case=_golden(folders["open"], lead, texts),
        **_editorial(people, texts),
    )


def _moved(folder: Folder) -> MovedResult:
    """A result that another law has moved, in the open case."""
    case, today = folder.case, timezone.localdate()
    row = MovedResult(case=case, person=person_of(case), at=timezone.now(), day_before=today, day_now=today)
    row.law_before, row.law_now = "0000", law_version(LAW)
    verdict, criterion = (VERDICT, "p23a", "p23a", "met", "open"), (CRITERION, "p23a", "p23a_order", "y", "o")
    seal_moved(case, row, (Difference(*verdict), Difference(*criterion)))
    row.save()
    return row


def _golden(folder: Folder, lead: User, texts: Texts) -> GoldenCase:
    """A golden case, and one that is retired."""
    content = golden.content_of(answers(**FACTS), timezone.localdate())
    golden.retire(golden.keep(content, lead), lead, texts("reason of retiring"))
    return golden.keep(content, lead)


def _editorial(people: dict[str, User], texts: Texts) -> dict[str, Any]:
    """A text that is released, one that is submitted and one that came back, a report, and a count somebody began."""
    editor, releaser = people["E"], people["R"]
    assert editor.office
    current = built_in_library().entry("pathway.p23a.pitfalls")
    assert current
    first = write(current.slot, "de", current.body, editor, texts("text note"))
    submit(first, editor, texts("submitted"))
    made = release_texts([first], releaser, texts("release note"), texts("explanation"))
    returned = write("pathway.p23a.about", "de", texts("draft"), editor)
    submit(returned, editor)
    send_back(returned, releaser, texts("returned"))
    waiting = write("pathway.p23a.when", "de", texts("waiting"), editor, texts("another note"))
    submit(waiting, editor)
    said = report("pathway.p23a.about", people["T"], texts("report"))
    review(current.slot, editor, timezone.localdate() + timedelta(days=30), texts("review"))
    count = ImpactCount.objects.create(
        office=editor.office, by=releaser, key="0", revisions=[waiting.pk], finished_at=timezone.now()
    )
    return {"text_release": made, "text_report": said, "count": count}


def _job(folder: Folder, lead: User) -> Batch:
    """A job that has made the memo of the open case and is over."""
    now = timezone.now()
    batch = Batch.objects.create(
        office_id=folder.case.office_id, by=lead, length=Length.SHORT, pulse=now, finished_at=now
    )
    batch.items.create(case=folder.case, person=person_of(folder.case), memo=folder.memo, state=ItemState.MADE)
    return batch


def _other_session(user: User, texts: Texts) -> UserSession:
    row = UserSession.objects.get(session_key=session_of(user))
    row.user_agent = texts("browser")[:200]
    row.save()
    return row


def _guided(lead: User, admin: User, texts: Texts, today: date) -> Guidance:
    begin, end = today - timedelta(days=30), today + timedelta(days=300)
    changes.add_training(lead, admin, title=texts("training"), day=begin, hours=Decimal("1.5"))
    changes.qualify(admin, admin, ground="judge", title=texts("title"), since=begin)
    return changes.agree(
        lead,
        admin,
        guide=None,
        guide_name=texts("guide"),
        qualification=texts("qualification"),
        agreed_on=begin,
        valid_until=end,
        document=texts("document"),
    )


def _folder(people: dict[str, User], name: str, texts: Texts) -> Folder:
    lead, today = people["T"], timezone.localdate()
    case = case_of(lead, texts(name))
    person = person_of(case)
    seal_label(case, person, texts("label"))
    person.save()
    noted = {fact: Answer(given.value, Proof.TOLD, texts(f"note {fact}")) for fact, given in answers(**FACTS).items()}
    given = {**noted, "criminal_record": Answer(Gap.DECLINED, note=texts("note criminal_record"))}
    save_answers(person, given, lead)
    own = Paper("eigen-1", Progress.ASKED, texts("paper note"), words=texts("paper"))
    keep_paper(person, own, lead, Paper(own.id).fingerprint)
    past = today - timedelta(days=1)  # one that is still ahead would keep the case out of the bin
    keep_date(person, Noted("eigen-1", past, note=texts("date note"), words=texts("date")), lead)
    written = Entry("lebenslauf", (Row("2018", "heute", texts("row"), texts("place")),), texts("dossier"))
    keep_entry(person, written, lead, Entry("lebenslauf").fingerprint)
    judged = assessment_of(person, given)
    memo = keep_memo(Written(SMALL_PDF), person, judged, given, lead, standing_of(lead, today))
    to = [people["V"], people["F"]]
    release(memo, Terms(today + timedelta(days=3), Purpose.CLIENT, to, all_the_same=True), lead)
    answered = ask(case, lead, texts("question"), people["Q"])
    answer(answered, people["Q"], texts("answer"))
    return Folder(case, memo, ask(case, lead, texts("open question"), people["Q"]), answered)


def _bin(folder: Folder, lead: User) -> None:
    """Put it into the bin with what would have to end first, as if it had not: the bin alone has to be enough."""
    taken = timezone.now()
    for rows in (Release.objects.filter(memo=folder.memo), Consultation.objects.filter(pk=folder.asked.pk)):
        rows.update(withdrawn_at=taken)
    put_in(folder.case, Reason.REQUEST, lead, timezone.localdate())
    for rows in (Release.objects.filter(memo=folder.memo), Consultation.objects.filter(pk=folder.asked.pk)):
        rows.update(withdrawn_at=None)


def session_of(user: User, **changed: Any) -> str:
    """The key of a session of somebody who has just proved who they are; ``changed``: other values in it.

    Not by `force_login`, which somebody switched off could not pass either way, and which would be in the log.
    """
    now = time.time()
    session = SessionStore()
    session.update(
        {
            SESSION_KEY: str(user.pk),
            BACKEND_SESSION_KEY: settings.AUTHENTICATION_BACKENDS[0],
            HASH_SESSION_KEY: user.get_session_auth_hash(),
            BEGAN: int(now),
            SEEN: int(now),
            "account_authentication_methods_user": str(user.pk),
            "account_authentication_methods": [
                {"method": "password", "at": now, "reauthenticated": True, "username": user.username}
            ],
            **changed,
        }
    )
    session.create()
    UserSession.objects.create(user=user, session_key=session.session_key, ip="127.0.0.1", user_agent="")
    return str(session.session_key)


def log_everybody_in(desk: Desk) -> None:
    """A session for each person of the office."""
    desk.sessions = {letter: session_of(person) for letter, person in desk.people.items()}


def window(desk: Desk, letter: str, **options: Any) -> Client:
    """A new window of the browser in which that person is logged in; ``options`` as for `Client`."""
    client = Client(**options)
    if letter in desk.sessions:
        client.cookies[settings.SESSION_COOKIE_NAME] = desk.sessions[letter]
    return client
