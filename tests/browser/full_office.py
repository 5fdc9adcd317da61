"""An office in which something of everything has happened, a new one, and the addresses of all their pages."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from django.urls import reverse
from django.utils import timezone

from advisor.accounts.invitations import invite
from advisor.accounts.models import Role, RoleGrant, User
from advisor.cases import team
from advisor.cases.answers import answers_of
from advisor.cases.models import Case
from advisor.cases.sections import ALL_SECTIONS
from advisor.cases.services import assessment_of, create_case
from advisor.demo.demo_cases import demo_cases
from advisor.demo.demo_family import make_family
from advisor.editorial.counting import begin
from advisor.guidance.consultations import ask
from advisor.guidance.standing import standing_of
from advisor.lifecycle.destruction import destroy_case
from advisor.lifecycle.models import DeletionCertificate, Reason
from advisor.lifecycle.wastebin import UNDO_DAYS, put_in
from advisor.memo.keeping import Written, keep_memo
from advisor.memo.models import Purpose
from advisor.memo.release import Terms, release
from advisor.rescreen import golden
from advisor.rescreen.comparing import seal_moved
from advisor.rescreen.law_states import remember
from advisor.rescreen.models import MovedResult
from advisor.rescreen.stand import AT_ONCE, CRITERION, DEADLINE, VERDICT, Difference
from advisor.texts.library import built_in_library
from advisor.texts.releasing import release as release_texts
from advisor.texts.writing import report, send_back, submit, write
from pathways.law import LAW
from tests.factories import make_case, make_user
from tests.hostile.addresses import ADDRESSES, EXAMPLES, resolved
from tests.small_pdf import SMALL_PDF

# Addresses that answer with a file, with bare text or by leading elsewhere; pages of theirs stand under other names.
NO_PAGES = {
    "start",
    "web:security",
    "web:health",
    "web:token",
    "accounts:invitation",
    "account_reset_password_from_key",
    "people:session_time",
    "cases:export",
    "cases:questionnaire",
    "cases:person_questionnaire",
    "cases:reason",
    "cases:result",
    "blank:pdf",
    "blank:pdf_en",
    "followup:of_case",
    "followup:feed",
    "followup:case_calendar",
    "memo:preview",
    "memo:download",
    "memo:print",
    "memo:report_pdf",
    "guidance:report_csv",
    "editorial:citations",
    "editorial:impact",
    "figures:table_csv",
    "figures:hardship_csv",
    "figures:own_csv",
    "lifecycle:certificate_pdf",
    "logbook:table",
    "privacy:document_pdf",
}
SECTIONS = [section.slug for section in ALL_SECTIONS]
EMPTY = {"uuid", "about", "section", "pathway_id", "year", "document", "person", "pk"}  # what a new office has
Parts = dict[str, object]


def everything_in(person_at_desk: User) -> Parts:
    """What the addresses of the pages need; that person has all roles, and something of everything there is."""
    _all_roles(person_at_desk)
    today = timezone.localdate()
    colleague = make_user("karl")
    volunteer = make_user("vera", "Beratung Nord", Role.VOLUNTEER)
    make_user("rita", "Beratung Nord", Role.RELEASER)
    case = make_family(person_at_desk, today)
    for each in demo_cases(today):
        create_case(person_at_desk, each.reference, answers=each.answers())
    team.share(case, colleague, person_at_desk)
    person = case.persons.get(position=0)
    standing = standing_of(case.lead, today)
    memo = keep_memo(Written(SMALL_PDF), person, assessment_of(person), answers_of(person), case.lead, standing)
    to = [volunteer, person_at_desk]
    release(memo, Terms(today + timedelta(days=7), Purpose.CLIENT, to, all_the_same=True), person_at_desk)
    question = ask(case, colleague, "Reicht das für § 23a?")
    gone, binned = make_case(person_at_desk, "F-2026/2"), make_case(person_at_desk, "F-2026/3")
    for thrown in (gone, binned):
        put_in(thrown, Reason.REQUEST, person_at_desk, today)
    destroy_case(gone.pk, today + timedelta(days=UNDO_DAYS))
    assert person_at_desk.office
    invite(person_at_desk.office, [Role.COUNSELLOR], by=person_at_desk, note="Nora")
    return {
        **_parts(case, colleague),
        "consultation": question.uuid,
        "certificate": DeletionCertificate.objects.get().uuid,
        **_rescreened(case, person_at_desk),
        **_texts(person_at_desk, colleague),
    }


def _rescreened(case: Case, by: User) -> Parts:
    """A result that another law has moved in everything a page shows of it, and a golden case that comes out."""
    person, today = case.persons.get(position=0), timezone.localdate()
    row = MovedResult(case=case, person=person, at=timezone.now(), day_before=today, day_now=today)
    row.law_before, row.law_now = "0000", remember(LAW).version
    moved = [(VERDICT, "p23a", "p23a", "met", "open"), (CRITERION, "p23a", "p23a_order", "y", "o")]
    moved += [(CRITERION, "p25_4_1", "g_security_bar", "n", None), (DEADLINE, "", LAW.deadlines[0].id, None, AT_ONCE)]
    seal_moved(case, row, (Difference(*each) for each in moved))
    row.save()
    golden_case = golden.keep(golden.content_of(answers_of(person), today), by)
    return {"change": row.uuid, "golden_case": golden_case.uuid}


def _texts(releaser: User, author: User) -> Parts:
    """A text that is released, one that waits and one that came back, a report, and a count."""
    assert releaser.office
    current = built_in_library().entry("pathway.p23a.pitfalls")
    assert current
    first = write(current.slot, "de", current.body.replace("Land", "Bundesland", 1), author, "Genauer")
    submit(first, author)
    made = release_texts([first], releaser, "Ein Wort genauer gesagt")
    returned = write(EXAMPLES["slot"], "de", "Nach § 23a geht es **schnell**.", author)
    submit(returned, author)
    send_back(returned, releaser, "Bitte mit Fundstelle")
    waiting = write("pathway.p23a.when", "de", "- Neunmal umgezogen. [[§ 23a Abs. 2 S. 4 AufenthG]]", author, "Neu")
    submit(waiting, author)
    count = begin(releaser.office, releaser, [waiting])
    said = report(EXAMPLES["slot"], author, "Der zweite Satz ist schwer zu verstehen.")
    return {"release": made.number, "report": said.uuid, "count": count.uuid}


def nothing_in(person_at_desk: User) -> Parts:
    """A new office with one case that nobody has answered a question of, that person in all roles, and a colleague."""
    _all_roles(person_at_desk)
    return _parts(make_case(person_at_desk, "F-1"), make_user("karl"))


def _all_roles(user: User) -> None:
    RoleGrant.objects.bulk_create(RoleGrant(user=user, role=role) for role in Role if role != Role.COUNSELLOR)


def _parts(case: Case, person: User) -> Parts:
    first = case.persons.order_by("position").first()
    assert first
    ids = {"uuid": case.uuid, "about": first.uuid, "person": person.pk, "pk": person.pk}
    return {**EXAMPLES, **ids, "year": timezone.localdate().year}


def paths(parts: Parts, *, empty: bool = False) -> Iterator[tuple[str, str, int]]:
    """Name, address and status of every page, all the sections of the questionnaire among them."""
    for name, needed in resolved().items():
        entry = ADDRESSES[name]
        if "GET" not in entry.takes or name in NO_PAGES or (empty and set(needed) - EMPTY):
            continue
        sections = SECTIONS if name == "cases:section" and not empty else SECTIONS[:1]
        for section in sections if "section" in needed else SECTIONS[:1]:
            own = {**parts, "section": section}
            path = reverse(name, kwargs={part: own[part] for part in needed})
            yield f"{name}-{section}".replace(":", "-"), path, 404 if entry.lacking else 200
