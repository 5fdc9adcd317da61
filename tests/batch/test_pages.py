"""From the list of cases to the ZIP: who gets what, what is said, what is on record."""

from __future__ import annotations

import csv
import io
import re
from datetime import timedelta
from typing import Any, cast
from uuid import uuid4
from zipfile import ZipFile

import pytest
from django.http import StreamingHttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from advisor.accounts.models import User
from advisor.batch import starting
from advisor.batch.models import Batch
from advisor.batch.pruning import BATCH_DAYS
from advisor.cases import team
from advisor.cases.models import Case
from advisor.cases.sealing import seal_label
from advisor.lifecycle.housekeeping import clear
from advisor.logbook.models import Action, Event
from advisor.memo.keeping import file_of
from advisor.memo.models import KeptMemo
from tests.batch.conftest import Press, begun, work_off
from tests.batch.test_work import CHANGES, _close, _hand_over
from tests.factories import make_case, make_user, person_of

pytestmark = pytest.mark.django_db


def zip_of(response: Any) -> dict[str, bytes]:
    """The files of the ZIP, by name."""
    assert response.status_code == 200
    sent = b"".join(cast(Any, cast(StreamingHttpResponse, response).streaming_content))
    with ZipFile(io.BytesIO(sent)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def index_of(files: dict[str, bytes]) -> list[list[str]]:
    """The lines of the table in the ZIP."""
    return list(csv.reader(io.StringIO(files["inhalt.csv"].decode("utf-8-sig")), delimiter=";"))


def chosen(web: Client, *cases: Case, **more: str) -> Any:
    """The form below the list, sent with these cases ticked."""
    return web.post(reverse("batch:begin"), {"fall": [str(case.uuid) for case in cases], **more})


def test_from_the_list_to_the_zip(web: Client, cases: list[Case], counsellor: User, press: Press) -> None:
    page = web.get(reverse("cases:list")).content.decode()
    ticks = re.findall(r'name="fall"\s+value="([^"]+)"', page)
    assert set(ticks) == {str(case.uuid) for case in cases}
    response = web.post(reverse("batch:begin"), {"fall": ticks[:2], "laenge": "kurz"}, follow=True)
    assert "0 von 2 Memos sind fertig." in response.content.decode()
    (batch,) = Batch.objects.all()
    early = web.get(reverse("batch:download", args=(batch.uuid,)))
    assert early.status_code == 409
    work_off()
    page = web.get(reverse("batch:job", args=(batch.uuid,))).content.decode()
    assert "2 von 2 Memos sind fertig." in page
    assert "hx-trigger" not in page
    files = zip_of(web.get(reverse("batch:download", args=(batch.uuid,))))
    table = index_of(files)
    assert len(files) == 3
    for line in table[1:]:
        memo = KeptMemo.objects.get(case__reference=line[1])
        assert files[line[0]] == file_of(memo)
        assert re.fullmatch(r"\d{3}-memo-[0-9a-f]{8}-1\.pdf", line[0]), "no key in the name of a file"
    done = Event.objects.filter(action__startswith="batch").order_by("number").values_list("action", "actor")
    assert list(done) == [(Action.BATCH_STARTED, counsellor.pk), (Action.BATCH_DOWNLOADED, counsellor.pk)]
    assert Event.objects.filter(action=Action.MEMO_DOWNLOADED).count() == 2
    assert str(batch.uuid) in web.get(reverse("batch:jobs")).content.decode()


def test_only_running_cases_one_may_write_can_be_ticked_and_had(
    web: Client, cases: list[Case], counsellor: User, press: Press
) -> None:
    foreign = make_case(make_user("karl"), "K-1")
    elsewhere = make_case(make_user("eve", "Beratung Süd"), "S-1")
    _close(cases[0], counsellor)
    page = web.get(reverse("cases:list"), {"wessen": "stelle", "stand": "alle"}).content.decode()
    assert set(re.findall(r'name="fall"\s+value="([^"]+)"', page)) == {str(case.uuid) for case in cases[1:]}
    response = web.post(
        reverse("batch:begin"), {"fall": [str(c.uuid) for c in (*cases, foreign, elsewhere)]}, follow=True
    )
    assert "3 Fälle sind nicht dabei" in response.content.decode()
    work_off()
    assert set(KeptMemo.objects.values_list("case__reference", flat=True)) == {"F-2", "F-3"}


def test_all_of_the_list_are_those_the_list_has_found(web: Client, cases: list[Case], press: Press) -> None:
    web.post(reverse("batch:begin"), {"was": "alle", "suche": "F-2", "stand": "laufend", "wessen": "meine"})
    assert list(Batch.objects.get().items.values_list("case__reference", flat=True)) == ["F-2"]


def test_what_cannot_be_is_said_and_nothing_begins(
    web: Client, cases: list[Case], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(starting, "MOST", 2)
    monkeypatch.setattr("advisor.batch.views.MOST", 2)
    answers = {
        "mindestens einen laufenden Fall": chosen(web),
        "höchstens 2": chosen(web, *cases),
        "nicht zu verstehen": web.post(reverse("batch:begin"), {"fall": "keiner"}),
        "nicht zu verstehen ": chosen(web, cases[0], laenge="endlos"),
        "mindestens einen laufenden": web.post(reverse("batch:begin"), {"fall": str(uuid4())}),
    }
    for words, response in answers.items():
        assert response.status_code == 400, words
        assert words.strip() in response.content.decode()
    assert not Batch.objects.exists()
    assert not DBTaskResult.objects.exists()


def test_a_family_has_a_memo_for_each_person_and_no_name_in_job_or_index(
    web: Client, cases: list[Case], press: Press
) -> None:
    child = cases[0].persons.create(position=1)
    for person in (cases[0].persons.get(position=0), child):
        seal_label(cases[0], person, "Frau Beispielname")
        person.save()
    chosen(web, cases[0])
    work_off()
    batch = Batch.objects.get()
    files = zip_of(web.get(reverse("batch:download", args=(batch.uuid,))))
    assert [line[2] for line in index_of(files)[1:]] == ["1", "2"]
    assert "Beispielname" not in files["inhalt.csv"].decode()
    assert "Beispielname" not in web.get(reverse("batch:job", args=(batch.uuid,))).content.decode()


@pytest.mark.parametrize("why", list(CHANGES), ids=lambda why: why.value)
def test_the_page_names_what_was_not_made_and_why(
    why: Any, web: Client, batch: Batch, cases: list[Case], counsellor: User
) -> None:
    CHANGES[why](cases[1], counsellor)
    work_off()
    page = web.get(reverse("batch:job", args=(batch.uuid,))).content.decode()
    named = "ein Fall, den es hier nicht mehr gibt" if why.value == "gone" else "F-2"
    assert re.search(rf"<strong>\s*{named}\s*</strong>: {re.escape(str(why.label))}", page)
    assert page.count("</strong>:") == 1
    line = index_of(zip_of(web.get(reverse("batch:download", args=(batch.uuid,)))))[2]
    assert line[0] == ""
    assert line[4] == why.label


def test_the_zip_holds_only_what_one_may_open_now_and_what_is_as_it_was_made(
    web: Client, batch: Batch, cases: list[Case], counsellor: User
) -> None:
    work_off()
    _hand_over(cases[0], counsellor)
    memo = KeptMemo.objects.get(case=cases[1])
    KeptMemo.objects.filter(pk=memo.pk).update(sealed=bytes(memo.sealed)[:-1] + b"?")
    files = zip_of(web.get(reverse("batch:download", args=(batch.uuid,))))
    lines = index_of(files)[1:]
    assert [bool(line[0]) for line in lines] == [False, False, True]
    assert "nicht mehr öffnen" in lines[0][4]
    assert "lässt sich nicht öffnen" in lines[1][4]
    assert len(files) == 2


def test_a_job_is_nobody_elses(batch: Batch, cases: list[Case], counsellor: User) -> None:
    colleague = make_user("karl")
    for case in cases:
        team.share(case, colleague, counsellor)
    browser = Client()
    browser.force_login(colleague)
    for name in ("job", "download"):
        assert browser.get(reverse(f"batch:{name}", args=(batch.uuid,))).status_code == 404
    assert browser.post(reverse("batch:stop", args=(batch.uuid,))).status_code == 404
    assert str(batch.uuid) not in browser.get(reverse("batch:jobs")).content.decode()


def test_cancelled_by_the_button(web: Client, batch: Batch) -> None:
    page = web.post(reverse("batch:stop", args=(batch.uuid,)), follow=True).content.decode()
    assert "abgebrochen" in page
    work_off()
    assert not KeptMemo.objects.exists()
    assert "schon zu Ende" in web.post(reverse("batch:stop", args=(batch.uuid,)), follow=True).content.decode()


def test_a_screen_reader_is_told_at_each_quarter_and_not_each_time(web: Client, batch: Batch) -> None:
    where, head = reverse("batch:job", args=(batch.uuid,)), {"HX-Request": "true"}
    first = web.get(where, {"gesagt": ""}, headers=head).content.decode()
    again = web.get(where, {"gesagt": "0"}, headers=head).content.decode()
    assert "Der Auftrag läuft." in first
    assert "hx-swap-oob" not in again
    work_off()
    end = web.get(where, {"gesagt": "0"}, headers=head).content.decode()
    assert "Der Auftrag ist zu Ende." in end


def test_a_job_that_fell_silent_goes_on_when_somebody_looks(web: Client, batch: Batch) -> None:
    DBTaskResult.objects.all().delete()
    where = reverse("batch:job", args=(batch.uuid,))
    web.get(where)
    assert not DBTaskResult.objects.exists(), "it may just have its turn"
    long_ago = timezone.now() - timedelta(minutes=11)
    Batch.objects.update(pulse=long_ago, at=long_ago)
    assert "Läuft er länger nicht an" in web.get(where).content.decode()
    web.get(where)
    assert DBTaskResult.objects.count() == 1
    work_off()
    assert KeptMemo.objects.count() == 3


def test_the_daily_run_clears_old_jobs_and_done_work_and_leaves_the_memos(batch: Batch, counsellor: User) -> None:
    work_off()
    waiting = begun(counsellor)
    later = timezone.now() + timedelta(days=1)
    clear(later, dry_run=False)
    assert Batch.objects.count() == 2
    assert DBTaskResult.objects.count() == 1, "what is still to be done stays"
    clear(timezone.now() + timedelta(days=BATCH_DAYS + 1), dry_run=False)
    assert not Batch.objects.filter(pk__in=(batch.pk, waiting.pk)).exists()
    assert KeptMemo.objects.count() == 3
    assert person_of(KeptMemo.objects.all()[0].case)
