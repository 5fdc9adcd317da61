"""A statement about a Land is changed with a source and released by somebody else; then it shows, and rules stay."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from advisor.accounts.models import Role
from advisor.cases.answers import answers_of
from advisor.cases.services import assessment_of
from advisor.dossier.making import composed_dossier
from advisor.memo.compose import compose
from advisor.texts.library import library_of
from advisor.texts.models import Revision
from pathways.content.land_slots import read_land
from pathways.engine.fingerprint import law_version
from pathways.law import LAW
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
