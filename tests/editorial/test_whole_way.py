"""From a changed sentence to the next memo: written, seen, released by somebody else, counted, never by its author."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from django.urls import reverse
from django.utils import timezone

from advisor.accounts.models import Role, RoleGrant
from advisor.editorial import counting
from advisor.editorial.models import ImpactCount
from advisor.editorial.samples import SAMPLES
from advisor.rescreen import golden
from advisor.texts.models import Release, ReleasedText, Report, Revision
from advisor.texts.writing import report, submit, write
from tests.editorial.conftest import CITE, SENTENCE, SLOT, pitfalls_with
from tests.factories import answers, make_case, make_user, page_of

if TYPE_CHECKING:
    from django.test import Client

    from advisor.accounts.models import User
    from advisor.memo.parts import Memo

pytestmark = pytest.mark.django_db

HARDSHIP = {
    "location": "in_germany",
    "federal_state": "NW",
    "current_status": "duldung",
    "enforceably_required_to_leave": True,
}
EDIT, SLOT_PAGE, WORK = (reverse(f"editorial:{name}", args=(SLOT,)) for name in ("edit", "slot", "work"))
RELEASE = reverse("editorial:release")


def test_an_edited_sentence_comes_into_the_next_memo_with_its_revision(
    desk: Client, release_desk: Client, web: Client, counsellor: User
) -> None:
    case = make_case(counsellor, "F-23a", **HARDSHIP)
    memo = f"{page_of('memo:person_preview', case)}?weg=p23a&laenge=ausfuehrlich"
    assert SENTENCE not in web.get(memo).content.decode()

    begun = desk.get(EDIT)
    assert begun.context["form"]["grundlage"].value() == 0
    sent = {"text": pitfalls_with(), "grundlage": "0", "notiz": "Praxis", "tun": "einreichen"}
    assert desk.post(EDIT, sent, follow=True).status_code == 200
    assert SENTENCE not in web.get(memo).content.decode(), "submitted is not released"

    revision = Revision.objects.get(slot=SLOT)
    page = release_desk.get(RELEASE, {"text": str(revision.uuid)}).content.decode()
    assert "<ins>" in page
    assert SENTENCE in page
    counted = release_desk.post(RELEASE, {"text": str(revision.uuid), "tun": "zaehlen"})
    assert "Bei 1 von 1" in counted.content.decode()
    done = release_desk.post(
        RELEASE, {"text": str(revision.uuid), "tun": "freigeben", "note": "Neue Praxis"}, follow=True
    )
    assert "Freigabe 1 gilt ab jetzt." in done.content.decode()
    assert Release.objects.get().touched["either"] == 1

    printed = web.get(memo).content.decode()
    assert SENTENCE in printed
    assert "Fassung 1, Freigabe 1" in printed


def test_nobody_releases_or_returns_their_own_text(releaser: User, release_desk: Client) -> None:
    RoleGrant.objects.create(user=releaser, role=Role.EDITOR)
    own = write(SLOT, "de", pitfalls_with(), releaser, "", 0)
    submit(own, releaser)
    wanted = {"text": str(own.uuid), "tun": "freigeben", "note": "x"}
    assert release_desk.post(RELEASE, wanted).status_code == 422
    release_desk.post(WORK, {"fassung": "1", "tun": "zurueckgeben", "kommentar": "x"})
    assert not Release.objects.exists()
    assert own.steps.count() == 1
    assert "jemand anderes" in release_desk.get(SLOT_PAGE).content.decode()


def test_an_overtaken_text_comes_back_beside_the_newer_one_and_can_be_kept_upon_it(editor: User, desk: Client) -> None:
    write(SLOT, "de", pitfalls_with("Das hat inzwischen jemand anderes geschrieben"), editor, "", 0)
    mine = pitfalls_with("Das habe ich geschrieben")
    refused = desk.post(EDIT, {"text": mine, "grundlage": "0", "tun": "speichern"})
    assert refused.status_code == 409
    page = refused.content.decode()
    assert "inzwischen jemand anderes" in page
    form = refused.context["form"]
    assert form["text"].value() == mine
    again = desk.post(EDIT, {"text": mine, "grundlage": form["grundlage"].value(), "tun": "speichern"})
    assert again.status_code == 302
    assert [row.number for row in Revision.objects.order_by("number")] == [1, 2]


def test_without_javascript_a_citation_is_searched_and_set_in_and_nothing_is_kept(desk: Client) -> None:
    typed = {"text": "- Ein Satz. [[]]", "grundlage": "0"}
    searched = desk.post(EDIT, {**typed, "suche": "23a abs 1 s 1", "tun": "suchen"})
    assert CITE[2:-2] in searched.content.decode()
    picked = desk.post(EDIT, {**typed, "fundstelle": CITE[2:-2]})
    assert picked.context["form"]["text"].value() == f"- Ein Satz. {CITE}"
    assert not Revision.objects.exists()


def test_the_preview_says_what_keeps_a_text_from_release(desk: Client) -> None:
    typed = {"text": f"- Nach § 23a geht es schnell.\n- Das gilt {{immer}}. {CITE}"}
    page = desk.post(reverse("editorial:preview", args=(SLOT,)), typed).content.decode()
    assert "von Hand geschrieben" in page
    assert "{immer}" in page
    assert "Muss vor der Freigabe weg:" in page


def test_a_text_is_returned_with_words_and_submitted_anew(
    submitted: Revision, desk: Client, release_desk: Client
) -> None:
    release_desk.post(WORK, {"fassung": "1", "tun": "zurueckgeben", "kommentar": ""})
    assert submitted.steps.count() == 1, "not without a word"
    release_desk.post(WORK, {"fassung": "1", "tun": "zurueckgeben", "kommentar": "Bitte genauer"})
    page = desk.get(SLOT_PAGE).content.decode()
    assert "Bitte genauer" in page
    assert desk.post(WORK, {"fassung": "1", "tun": "einreichen", "kommentar": ""}).status_code == 302
    assert [step.kind for step in submitted.steps.all()] == ["submitted", "returned", "submitted"]


def test_a_count_for_many_goes_on_in_the_background_and_counts_each_case_once(
    submitted: Revision, release_desk: Client, counsellor: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_case(counsellor, "F-1", **HARDSHIP)
    make_case(counsellor, "F-2", location="abroad_home_country", nationality=["RU"])
    make_case(make_user("olga", "Beratung Süd"), "F-3", **HARDSHIP)
    monkeypatch.setattr(counting, "AT_ONCE", 1)
    monkeypatch.setattr(counting, "A_TURN", 1)
    queued: list[str] = []
    monkeypatch.setattr(counting.take_turn.__class__, "enqueue", lambda _task, count_id: queued.append(count_id))
    page = release_desk.post(RELEASE, {"text": str(submitted.uuid), "tun": "zaehlen"}).content.decode()
    assert "0 von 2" in page
    row = ImpactCount.objects.get()
    assert counting._some(row)
    assert not counting._some(row), "the same cases twice: the second worker counts nothing"
    queued.clear()  # the worker died
    assert counting.resume_all(timezone.now()) == 1
    while queued:
        counting.take_turn.func(queued.pop())
    row.refresh_from_db()
    assert not row.is_running
    assert (row.total, row.done, row.either, row.broken) == (2, 2, 1, 0)


def test_another_office_sees_nothing_of_it(submitted: Revision, editor: User, client: Client) -> None:
    desk_page = reverse("editorial:report", args=(SLOT,))
    for role in (Role.EDITOR, Role.RELEASER, Role.OFFICE_ADMIN):
        other = make_user(f"o-{role}", "Beratung Süd", role)
        client.force_login(other)
        for name in ("slot", "history"):
            assert SENTENCE not in client.get(reverse(f"editorial:{name}", args=(SLOT,))).content.decode()
        assert "liegt zur Freigabe vor" not in client.get(reverse("editorial:overview")).content.decode()
    assert client.get(desk_page).status_code == 200
    client.force_login(make_user("r2", "Beratung Süd", Role.RELEASER))
    assert SENTENCE not in client.get(RELEASE, {"text": str(submitted.uuid)}).content.decode()
    assert client.post(RELEASE, {"text": str(submitted.uuid), "tun": "freigeben", "note": "x"}).status_code == 422
    assert not Release.objects.exists()


def test_drafts_are_for_those_who_work_on_them(submitted: Revision, web: Client) -> None:
    for name in ("slot", "history"):
        assert SENTENCE not in web.get(reverse(f"editorial:{name}", args=(SLOT,))).content.decode()


def test_a_report_reaches_the_editors_sealed_and_is_settled_once(web: Client, desk: Client) -> None:
    assert web.post(reverse("editorial:report", args=(SLOT,)), {"message": "Die Frist ist falsch"}).status_code == 302
    row = Report.objects.get()
    assert b"Frist" not in bytes(row.sealed_message)
    assert "Die Frist ist falsch" in desk.get(reverse("editorial:reports")).content.decode()
    settle = reverse("editorial:settle", args=(row.uuid,))
    for _ in range(2):
        assert desk.post(settle).status_code == 302
    row.refresh_from_db()
    assert row.settled_by is not None


def test_read_and_left_as_it_is(desk: Client) -> None:
    page = reverse("editorial:review", args=(SLOT,))
    wrong = desk.post(page, {"naechste": "2001-01-01"}, follow=True).content.decode()
    assert "nach heute" in wrong
    next_on = desk.get(SLOT_PAGE).context["next_on"]
    done = desk.post(page, {"naechste": next_on.isoformat(), "notiz": "mit dem BGBl."}, follow=True).content.decode()
    assert "Zuletzt geprüft von" in done


def test_each_text_of_a_result_leads_to_saying_what_is_wrong_with_it(web: Client, counsellor: User) -> None:
    case = make_case(counsellor, "F-23a", **HARDSHIP)
    page = web.get(page_of("cases:pathway", case, "p23a")).content.decode()
    for name in ("about", "when", "procedure", "documents", "pitfalls"):
        assert reverse("editorial:report", args=(f"pathway.p23a.{name}",)) in page


def test_the_start_page_says_what_waits(submitted: Revision, desk: Client, release_desk: Client) -> None:
    start, waits = reverse("start"), "eingereicht, wartet auf Freigabe"
    assert waits in release_desk.get(start).content.decode()
    assert waits not in desk.get(start).content.decode()


def test_a_flipped_golden_case_blocks_until_somebody_says_why_it_is_right(
    submitted: Revision, release_desk: Client, counsellor: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = golden.content_of(answers(**HARDSHIP), date(2026, 9, 1))
    turned = {**content.verdicts, "p23a": "met" if content.verdicts["p23a"] != "met" else "excluded"}
    golden.keep(replace(content, verdicts=turned), counsellor)
    wanted = {"text": str(submitted.uuid), "tun": "freigeben", "note": "Neue Praxis"}
    refused = release_desk.post(RELEASE, wanted)
    assert refused.status_code == 422
    assert "Musterfall" in refused.content.decode()
    assert not Release.objects.exists()
    assert release_desk.post(RELEASE, {**wanted, "explanation": "Der Musterfall war falsch"}).status_code == 302
    assert Release.objects.get().explanation == "Der Musterfall war falsch"


def test_the_paper_of_an_invented_case_holds_the_text_of_the_editor(
    desk: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    memos: list[Memo] = []
    monkeypatch.setattr("advisor.editorial.paper.memo_pdf", lambda memo: memos.append(memo) or b"%PDF-")
    page = reverse("editorial:paper", args=(SLOT,))
    for slot in (SLOT, "pathway.p23a.about", "pathway.p23a.procedure"):
        for sample in SAMPLES:
            wanted = {"text": f"- {SENTENCE}. {CITE}", "beispiel": sample}
            answer = desk.post(reverse("editorial:paper", args=(slot,)), wanted)
            assert answer["Content-Type"] == "application/pdf"
            assert SENTENCE in str(memos[-1].pathways)
    assert desk.post(page, {"text": "x", "beispiel": "niemand"}).status_code == 400
    assert not Revision.objects.exists()


def test_a_value_of_a_land_goes_the_same_way_with_its_source_and_day(desk: Client, release_desk: Client) -> None:
    edit = reverse("editorial:edit", args=("land.NW.submission",))
    without = {"text": "Nur über ein Mitglied.", "grundlage": "0", "tun": "einreichen"}
    assert "Muss vor der Freigabe weg:" in desk.post(edit, {**without, "tun": "vorschau"}).content.decode()
    text = "Nur über ein Mitglied.\nQuelle: § 4 der Verordnung\nStand: 2026-10"
    assert desk.post(edit, {**without, "text": text}, follow=True).status_code == 200
    revision = Revision.objects.get()
    wanted = {"text": str(revision.uuid), "tun": "freigeben", "note": "Nachgelesen"}
    assert release_desk.post(RELEASE, wanted).status_code == 302
    page = desk.get(reverse("editorial:slot", args=("land.NW.submission",))).content.decode()
    assert "Quelle: § 4 der Verordnung, Stand: 10.2026" in page
    assert "Freigabe 1" in page


def test_who_only_reads_sees_in_the_history_nothing_that_was_not_released(
    submitted: Revision, release_desk: Client, editor: User, web: Client
) -> None:
    """A released version is compared with the released one before it, not with a draft nobody let through."""
    better = write(SLOT, "de", pitfalls_with("Freigegeben wird nur dieser Satz"), editor, "", 1)
    submit(better, editor)
    released = {"text": str(better.uuid), "tun": "freigeben", "note": "x"}
    assert release_desk.post(RELEASE, released).status_code == 302
    history = reverse("editorial:history", args=(SLOT,))
    assert SENTENCE in release_desk.get(history).content.decode()
    page = web.get(history).content.decode()
    assert "Freigegeben wird nur dieser Satz" in page
    assert SENTENCE not in page


def test_a_stale_text_is_left_out_for_those_who_advise_and_marked_for_those_who_write(
    editor: User, releaser: User, web: Client, desk: Client
) -> None:
    row = write(SLOT, "de", pitfalls_with(), editor, fingerprint="of an older law")
    made = Release.objects.create(office=row.office, number=1, by=releaser, law_version="older")
    ReleasedText.objects.create(
        release=made, revision=row, office=row.office, slot=SLOT, language="de", author=editor, releaser=releaser
    )
    area = reverse("editorial:pathway", args=("p23a",))
    for client, page in ((web, area), (web, SLOT_PAGE), (desk, area)):
        read = client.get(page).content.decode()
        assert SENTENCE not in read
        assert "veraltet" in read
    assert SENTENCE in desk.get(SLOT_PAGE).content.decode()


def test_a_text_longer_than_anybody_can_keep_is_said_to_be_so_and_not_read(desk: Client) -> None:
    typed = {"text": "[[" * 100_000, "grundlage": "0", "tun": "vorschau", "beispiel": "leer"}
    assert "mehr als 20000 Zeichen" in desk.post(reverse("editorial:preview", args=(SLOT,)), typed).content.decode()
    assert "mehr als 20000 Zeichen" in desk.post(EDIT, typed).content.decode()
    assert desk.post(reverse("editorial:paper", args=(SLOT,)), typed).status_code == 400


def test_a_report_that_does_not_open_does_not_hide_the_others(editor: User, desk: Client) -> None:
    Report.objects.create(office=editor.office, slot=SLOT, by=editor, sealed_message=b"altered")
    report(SLOT, editor, "Die Frist ist eine andere")
    page = desk.get(reverse("editorial:reports")).content.decode()
    assert "Die Frist ist eine andere" in page
    assert "Lässt sich nicht öffnen" in page


def test_no_report_is_left_out_of_the_list(editor: User, desk: Client) -> None:
    for number in range(51):
        report(SLOT, editor, f"Meldung Nr. {number:03}")
    first, second = (desk.get(f"{reverse('editorial:reports')}?seite={page}").content.decode() for page in (1, 2))
    assert "Meldung Nr. 050" in first
    assert "Meldung Nr. 000" not in first
    assert "?seite=2" in first
    assert "Meldung Nr. 000" in second
