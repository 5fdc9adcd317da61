"""A statement about a Land is changed with a source and released by somebody else; then it shows, and rules stay."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.test import Client
from django.urls import reverse

from advisor.accounts.models import Role
from advisor.cases.answers import answers_of
from advisor.cases.services import assessment_of
from advisor.dossier.making import composed_dossier
from advisor.editorial.value_texts import value_beginning
from advisor.laender.statements import (
    more_slot,
    of_counselling,
    of_exclusions,
    of_fields,
    of_parts,
    of_programmes,
)
from advisor.memo.compose import compose
from advisor.texts.library import library_of
from advisor.texts.models import Revision
from advisor.texts.releasing import release
from advisor.texts.writing import submit, write
from pathways.content.land_slots import LAND_SLOTS, land_faults, land_fingerprint, read_land, words_of
from pathways.engine.fingerprint import law_version
from pathways.law import LAW
from pathways.law.laender.profile import profile, profiles
from tests.factories import make_case, make_user, page_of

pytestmark = pytest.mark.django_db

SLOT = "land.NW.suspension"
SAID = "Nach § 3 des Erlasses <b>in der Regel</b> ja"
SOURCE = "Erlass vom 7.9.2026, Nr. 3"
BODY = f"{SAID}\nQuelle: {SOURCE}\nStand: 2026-09-07"


def test_the_whole_way_from_the_page_of_a_land_to_a_memo(client: Client) -> None:
    ada = make_user("ada")
    editor = make_user("rea", "Beratung Nord", Role.EDITOR, Role.RELEASER)
    releaser = make_user("flo", "Beratung Nord", Role.RELEASER)
    case = make_case(ada, "F-1", location="in_germany", federal_state="NW", enforceably_required_to_leave=True)
    person = case.persons.get()
    land, result = reverse("laender:one", args=("nw",)), page_of("cases:pathway", case, "p23a")
    before, rules = assessment_of(person), law_version(LAW)
    shown = SAID.replace("<", "&lt;").replace(">", "&gt;")

    client.force_login(editor)
    assert reverse("editorial:slot", args=(SLOT,)) in client.get(land).content.decode()
    edit = reverse("editorial:edit", args=(SLOT,))
    assert client.get(edit).status_code == 200
    assert client.post(edit, {"text": BODY, "grundlage": "0", "tun": "einreichen"}).status_code == 302
    assert client.get(reverse("editorial:slot", args=(SLOT,))).status_code == 200
    revision = Revision.objects.get()
    release = {"text": str(revision.uuid), "tun": "freigeben", "note": "Neuer Erlass"}
    client.post(reverse("editorial:release"), release)
    assert not hasattr(Revision.objects.get(), "released"), "nobody releases an own statement"
    assert shown not in client.get(land).content.decode(), "a proposal is nothing yet"

    client.force_login(releaser)
    assert "Abschiebung während des Verfahrens: Nordrhein-Westfalen" in (
        client.get(reverse("editorial:release")).content.decode()
    )
    client.post(reverse("editorial:release"), release)
    assert library_of(case.office_id).land("NW") == {"suspension": read_land(BODY)}

    client.force_login(ada)
    for page in (land, result):
        read = client.get(page).content.decode()
        assert shown in read
        assert SOURCE in read
    assert "Freigabe 1" in client.get(land).content.decode()
    assert "geändert, siehe Seite des Landes" in client.get(reverse("laender:overview")).content.decode()
    assessment = assessment_of(person)
    memo = compose(assessment, answers_of(person), LAW, library_of(case.office_id), chosen=["p23a"])
    lines = [line for part in memo.pathways if part.land for line in part.land.lines]
    assert [(line.text, line.source, line.day) for line in lines if line.text == SAID] == [(SAID, SOURCE, "07.09.2026")]
    dossier = composed_dossier(person, ada, several=False).dossier
    assert dossier.land is not None
    assert SAID in [line.text for line in dossier.land.lines]
    assert (law_version(LAW), assessment.result("p23a").verdict) == (rules, before.result("p23a").verdict)

    client.force_login(make_user("fremd", "Beratung Süd"))
    assert shown not in client.get(land).content.decode(), "nobody else's texts change"


def test_every_value_a_page_shows_has_a_place_to_change_it_and_each_list_one_to_add_to() -> None:
    for land in profiles():
        lists = {
            "exclusions": of_exclusions,
            "parts": of_parts,
            "programmes": of_programmes,
            "counselling": of_counselling,
        }
        shown = [*of_fields(land, {}), *(each for read in lists.values() for each in read(land, {}))]
        places = [each.slot for each in shown] + [more_slot(land, name, {}) for name in lists]
        assert all(places)
        assert sorted(places) == sorted(each for each in LAND_SLOTS if each.startswith(f"land.{land.land}."))


def test_who_says_an_entry_anew_begins_with_all_that_was_said() -> None:
    for land in profiles():
        for number, programme in enumerate(land.programmes, 1):
            begun = words_of(LAND_SLOTS[f"land.{land.land}.programmes_{number}"])
            said = (programme.claim.text, programme.state, programme.basis, programme.ends, *programme.conditions)
            assert all(each in begun for each in said)
    assert "wird nicht angenommen" in value_beginning(LAND_SLOTS["land.NI.exclusions_1"])
    assert all(not land_faults(begun) for slot in LAND_SLOTS.values() if (begun := value_beginning(slot)))


def test_an_entry_said_anew_and_one_added_show_on_the_page_and_change_no_rule(client: Client) -> None:
    ada, editor = make_user("ada"), make_user("rea", "Beratung Nord", Role.EDITOR)
    releaser = make_user("flo", "Beratung Nord", Role.RELEASER)
    case = make_case(
        ada, "F-1", location="in_germany", federal_state="NI", hfk_state_exclusion=["min_stay_not_met", "other"]
    )
    before = assessment_of(case.persons.get()).result("p23a").verdict
    said = {
        "exclusions_1": "Die Mindestdauer wurde gestrichen",
        "exclusions_more": "Es läuft ein Strafverfahren",
        "members": "11 Mitglieder, jedes mit einer Stimme",
        "programmes_1": "Ein neues Programm für Angehörige",
        "counselling_more": "Beratung Emden",
        "parts_more": "Zwei Lichtbilder",
    }
    for name, text in said.items():
        revision = write(f"land.NI.{name}", "de", f"{text}\nQuelle: {SOURCE}\nStand: 2026-09", editor)
        submit(revision, editor)
        release([revision], releaser, "Neuer Stand")

    client.force_login(ada)
    page = client.get(reverse("laender:one", args=("ni",))).content.decode()
    assert all(page.count(text) == 1 for text in said.values())
    assert page.count("Von Ihrer Stelle geändert") == len(said)
    old = profile("NI")
    assert old.exclusions[0].claim.text not in page
    assert old.exclusions[1].claim.text in page, "what nobody has changed stays"
    assert old.members.seats[0] not in page, "seats of the old words would contradict the new ones"
    result = client.get(page_of("cases:pathway", case, "p23a")).content.decode()
    assert said["exclusions_1"] in result
    assert said["exclusions_more"] in result
    dossier = composed_dossier(case.persons.get(), ada, several=False).dossier
    wants = [want.text for part in dossier.parts for want in part.wants]
    assert said["parts_more"] in wants
    assert assessment_of(case.persons.get()).result("p23a").verdict == before


def test_what_was_added_to_a_list_is_behind_once_the_program_reads_the_list_anew(monkeypatch) -> None:
    place, other = LAND_SLOTS["land.NI.programmes_more"], LAND_SLOTS["land.NI.counselling_more"]
    before = land_fingerprint(place), land_fingerprint(other)
    old = profile("NI")
    ended = replace(old.programmes[0], ends="2030")
    monkeypatch.setattr("pathways.content.land_slots.profile", lambda land: replace(old, programmes=(ended,)))
    assert land_fingerprint(place) != before[0]
    assert land_fingerprint(other) == before[1]
