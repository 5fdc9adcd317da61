"""Ids inside addresses and forms: who may ask still gets nothing of another office, another case, another person."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse

from advisor.memo.models import Release
from tests.hostile.addresses import EXAMPLES, resolved
from tests.hostile.checks import everything
from tests.matrix.world import Desk, log_everybody_in, window

pytestmark = pytest.mark.django_db


def refused(browser: Client, address: str, sent: dict[str, Any], *statuses: int) -> None:
    """Nothing is changed, and nobody is told that the id means something."""
    before = everything()
    response = browser.post(address, sent)
    assert response.status_code in statuses, (address, sent, response.status_code)
    assert everything() == before
    if response.status_code == 422:
        assert "Süd" not in response.content.decode()


@pytest.mark.parametrize("name", sorted(name for name, parts in resolved().items() if {"uuid", "about"} <= {*parts}))
def test_a_person_of_another_case_is_nobody_in_this_one(here: Desk, there: Desk, name: str) -> None:
    own, closed, foreign = here.ids(), here.ids("closed"), there.ids()
    before = everything()
    for other in (closed, foreign):
        parts = {**EXAMPLES, **own, "about": other["about"]}
        where = reverse(name, kwargs={part: parts[part] for part in resolved()[name]})
        for method in ("GET", "POST"):
            with transaction.atomic():
                response = window(here, "T").generic(method, where)
                assert response.status_code in (404, 405, 409), (method, where)
                assert everything() == before
                transaction.set_rollback(True)


@pytest.mark.parametrize("letter", ["T", "A"])
@pytest.mark.parametrize("doing", ["share", "hand_over"])
def test_a_case_is_not_given_to_somebody_of_another_office_or_without_that_role(
    here: Desk, there: Desk, letter: str, doing: str
) -> None:
    address = reverse("cases:team", args=(here.folders["open"].case.uuid,)) + f"?tun={doing}"
    strangers = [there.people["T"], *(here.people[other] for other in "VERANX")]
    for user in [*(person.pk for person in strangers), 0, -1, 10**30, "x", "' OR 1=1"]:
        refused(window(here, letter), address, {"user": user, "stay": "on"}, 422)


def test_an_access_to_another_case_is_not_ended_from_here(here: Desk, there: Desk) -> None:
    address = reverse("cases:team", args=(here.folders["open"].case.uuid,)) + "?tun=unshare"
    for access in (there.access.pk, 10**9, 10**30, "x", ""):
        refused(window(here, "T"), address, {"access": access}, 302)
    address = reverse("cases:team", args=(here.folders["closed"].case.uuid,)) + "?tun=unshare"
    refused(window(here, "T"), address, {"access": here.access.pk}, 302)


def test_a_case_is_not_put_to_somebody_of_another_office_or_without_that_role(here: Desk, there: Desk) -> None:
    address = reverse("guidance:consult", args=(here.folders["open"].case.uuid,))
    window(here, "T").get(address)  # from now on the answer there counts as seen
    for person in (there.people["Q"], *(here.people[letter] for letter in "OVEATX")):
        refused(window(here, "T"), address, {"to": person.pk, "question": "Darf er das?"}, 422)


def test_a_question_about_another_case_is_neither_taken_back_nor_answered(here: Desk, there: Desk) -> None:
    own, closed = here.folders["open"], here.folders["closed"]
    for case, consultation in ((own.case, there.folders["open"].asked), (closed.case, own.asked)):
        refused(window(here, "T"), reverse("guidance:take_back", args=(case.uuid, consultation.uuid)), {}, 404)
    for letter in "RQ":
        address = reverse("guidance:reply", args=(there.folders["open"].asked.uuid,))
        refused(window(here, letter), address, {"answer": "Ja."}, 404)
    refused(window(here, "R"), reverse("guidance:reply", args=(own.asked.uuid,)), {"answer": "Ja."}, 404)
    refused(window(here, "Q"), reverse("guidance:reply", args=(own.answered.uuid,)), {"answer": "Ja."}, 409)


def test_a_memo_is_released_to_volunteers_of_the_own_office_only(here: Desk, there: Desk) -> None:
    address = reverse("memo:release", args=(here.folders["open"].case.uuid, 1))
    for person in (there.people["V"], *(here.people[letter] for letter in "OERQATNX")):
        sent = {
            "to": [here.people["V"].pk, person.pk],
            "until": "2099-01-01",
            "purpose": "client",
            "all_the_same": "on",
        }
        refused(window(here, "T"), address, sent, 422)
    back = reverse("memo:take_back", args=(here.folders["open"].case.uuid, 1))
    for folder in (there.folders["open"], here.folders["closed"]):
        refused(window(here, "T"), back, {"release": folder.memo.releases.first().pk}, 400)


def test_a_memo_is_printed_by_whom_it_is_released_to_only(here: Desk, there: Desk) -> None:
    log_everybody_in(there)
    Release.objects.filter(memo=here.folders["closed"].memo, to=here.people["V"]).delete()
    own, closed, binned = (reverse("memo:print", args=(here.folders[name].memo.uuid,)) for name in here.folders)
    for desk, letter, address, wanted in (
        (here, "V", own, 200),
        (there, "V", own, 404),
        (here, "V", closed, 404),
        (here, "V", binned, 404),
        (here, "T", own, 403),
    ):
        assert window(desk, letter).get(address).status_code == wanted


def test_what_is_written_down_about_somebody_elsewhere_is_not_ended_from_here(here: Desk, there: Desk) -> None:
    own, other = (reverse("guidance:person", args=(desk.people["T"].pk,)) for desk in (here, there))
    colleague = reverse("guidance:person", args=(here.people["O"].pk,))
    for doing in ("end_guidance", "end_qualification", "remove_training"):
        refused(window(here, "A"), f"{own}?tun={doing}", {"nummer": there.guidance.pk}, 400)
        refused(window(here, "A"), f"{colleague}?tun={doing}", {"nummer": here.guidance.pk}, 400)
        refused(window(here, "A"), f"{other}?tun={doing}", {"nummer": there.guidance.pk}, 404)


def test_nobody_is_guided_by_somebody_of_another_office(here: Desk, there: Desk) -> None:
    address = reverse("guidance:person", args=(here.people["T"].pk,)) + "?tun=guidance"
    sent = {"ground": "judge", "qualification": "x", "basis": "free", "agreed_on": "2026-01-01"}
    for guide in (there.people["A"], here.people["T"], here.people["X"]):
        refused(window(here, "A"), address, {**sent, "valid_until": "2030-01-01", "guide": guide.pk}, 422)


def test_a_case_of_another_office_is_not_taken_out_of_the_bin(here: Desk, there: Desk) -> None:
    for case in (there.folders["binned"].case, here.folders["open"].case):
        refused(window(here, "A"), reverse("lifecycle:bin"), {"fall": case.uuid}, 404)


def test_a_case_is_deleted_only_by_its_own_key(here: Desk, there: Desk) -> None:
    for name in ("closed", "binned"):
        address = reverse("lifecycle:delete", args=(there.folders[name].case.uuid,))
        refused(window(here, "A"), address, {"reference": there.folders[name].case.reference}, 404)
    address = reverse("lifecycle:delete", args=(here.folders["closed"].case.uuid,))
    refused(window(here, "A"), address, {"reference": here.folders["open"].case.reference}, 422)


def test_the_people_of_another_office_are_nobody(here: Desk, there: Desk) -> None:
    person = there.people["T"].pk
    for name in ("roles", "deactivate", "reactivate", "reset_second_factor", "end_sessions"):
        refused(window(here, "A"), reverse(f"people:{name}", args=(person,)), {"roles": "office_admin"}, 404)
    refused(window(here, "A"), reverse("people:withdraw", args=(there.invitation.pk,)), {}, 404)
    refused(window(here, "A"), reverse("people:end_session", args=(there.session.pk,)), {}, 404)


def test_the_log_tells_nothing_of_another_office(here: Desk, there: Desk) -> None:
    foreign = there.people["T"]
    for name in ("logbook:office", "logbook:table"):
        response = window(here, "A").get(reverse(name), {"person": foreign.pk})
        assert response.status_code == 422
        assert str(there.folders["open"].case.uuid) not in window(here, "A").get(reverse(name)).content.decode()
    case = there.folders["open"].case.uuid
    assert window(here, "A").get(reverse("cases:log", args=(case,))).status_code == 404


@pytest.mark.parametrize("name", ["is_superuser", "is_staff", "office", "role", "roles", "username", "is_active"])
def test_a_field_that_no_form_has_gives_nobody_more(here: Desk, there: Desk, name: str) -> None:
    value = {"office": there.office.pk, "roles": "office_admin", "role": "office_admin"}.get(name, "1")
    before = everything()["accounts.RoleGrant"], everything()["accounts.User"]
    case = here.folders["open"].case.uuid
    for address in (reverse("cases:edit", args=(case,)), reverse("cases:team", args=(case,)) + "?tun=office"):
        window(here, "T").post(address, {name: value, "reference": "F-9", "lead": here.people["O"].pk})
    window(here, "T").post(reverse("account_change_password"), {name: value})
    assert (everything()["accounts.RoleGrant"], everything()["accounts.User"]) == before
