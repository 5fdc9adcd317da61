"""Texts move between installations as one file, are released there by somebody, and come out the same."""

from __future__ import annotations

import json

import pytest
from django.core.management import call_command

from advisor.accounts.models import Role
from advisor.texts.bundle import Intake, export_texts, import_texts, plan_of
from advisor.texts.faults import NotReleasable, TextFault
from advisor.texts.library import library_of
from advisor.texts.models import Revision
from advisor.texts.releasing import release
from advisor.texts.writing import newest
from tests.factories import make_user
from tests.texts.conftest import BODY, SLOT

pytestmark = pytest.mark.django_db


def test_texts_come_out_there_as_they_went_in_here(released, submitted, releaser, editor, stranger) -> None:
    released()
    released("Anders erklärt. [[Praxis]]", "pathway.p23a.about")
    released("Ви можете просити. [[Praxis]]", "pathway.p23a.plain", language="uk")
    submitted("Noch nicht. [[Praxis]]", "pathway.p22_1.about")
    here = export_texts(editor.office)
    made = import_texts(here, stranger).made
    assert {revision.slot for revision in made} == {SLOT, "pathway.p23a.about", "pathway.p23a.plain"}
    assert library_of(stranger.office).entries[SLOT, "de"].is_built_in, "nothing counts before somebody releases it"
    with pytest.raises(NotReleasable):
        release(made, stranger)
    release(made, make_user("andere", stranger.office.name, Role.RELEASER))
    there = export_texts(stranger.office)
    assert json.loads(there)["texts"] == json.loads(here)["texts"]
    assert import_texts(here, stranger) == Intake(()), "what counts already is not put to anybody again"


def test_open_work_is_not_overtaken_and_a_second_time_changes_nothing(released, submitted, editor, stranger) -> None:
    released()
    released("Anders erklärt. [[Praxis]]", "pathway.p23a.about")
    here = export_texts(editor.office)
    own = submitted("Unser Wortlaut. [[Praxis]]", author=stranger)
    first = import_texts(here, stranger)
    assert [revision.slot for revision in first.made] == ["pathway.p23a.about"]
    assert first.left_out == ((SLOT, "de"),)
    assert newest(stranger.office, SLOT, "de") == own
    second = import_texts(here, stranger)
    assert second.made == ()
    assert Revision.objects.filter(office=stranger.office).count() == 2


def test_a_text_of_another_law_is_not_released_unread(released, releaser, editor, stranger) -> None:
    released()
    content = json.loads(export_texts(editor.office))
    content["texts"][0]["fingerprint"] = "0123456789abcdef"
    made = import_texts(json.dumps(content), stranger).made
    with pytest.raises(NotReleasable, match="Recht hat sich geändert"):
        release(made, make_user("andere", stranger.office.name, Role.RELEASER))


def bundle(**changes: str) -> str:
    text = {"slot": SLOT, "language": "de", "body": BODY, "note": "", "fingerprint": "x", "review_on": "", "german": ""}
    return json.dumps({"format": "wegweiser-texts/1", "from": "Süd", "texts": [{**text, **changes}]})


@pytest.mark.parametrize(
    "content",
    [
        "",
        "[]",
        "{}",
        '{"format": "wegweiser-texts/2", "texts": []}',
        '{"format": "wegweiser-texts/1", "texts": [1]}',
        bundle(more="x"),
        bundle(review_on="morgen"),
        bundle(review_on="9999-12-31"),
        bundle(language="xx"),
        bundle(body=""),
        bundle(fingerprint=""),
        "[" * 100_000,
    ],
    ids=["empty", "list", "object", "format", "entry", "more", "day", "far", "language", "body", "law", "deep"],
)
def test_what_is_no_bundle_is_refused_whole(editor, content: str) -> None:
    with pytest.raises(TextFault):
        import_texts(content, editor)
    assert not Revision.objects.exists()


def test_the_command_writes_and_reads_the_file(released, editor, stranger, tmp_path) -> None:
    released()
    path = tmp_path / "texte.json"
    call_command("texts", export=path, office=editor.office.name)
    call_command("texts", read=path, user=stranger.username)
    assert Revision.objects.filter(office=stranger.office, body=BODY).count() == 1


def test_what_is_wrong_is_named_with_its_place(editor) -> None:
    content = json.loads(bundle())
    content["texts"] += [{**content["texts"][0], "slot": "pathway.p23a.about", "review_on": "bald"}]
    with pytest.raises(TextFault, match=r"Eintrag 2 \(pathway\.p23a\.about\)"):
        import_texts(json.dumps(content), editor)
    content["texts"][1] = content["texts"][0]
    with pytest.raises(TextFault, match=r"Eintrag 2 .* weiter oben"):
        import_texts(json.dumps(content), editor)


def test_a_place_that_is_not_here_is_left_out_and_named(released, editor, stranger) -> None:
    released()
    content = json.loads(export_texts(editor.office))
    content["texts"].append({**content["texts"][0], "slot": "pathway.p99.about"})
    taken = import_texts(json.dumps(content), stranger)
    assert [revision.slot for revision in taken.made] == [SLOT]
    assert taken.unknown == (("pathway.p99.about", "de"),)


@pytest.mark.parametrize("name", ["body", "note", "fingerprint", "german", "language", "slot"])
def test_a_file_that_was_changed_on_the_way_is_said_to_be(released, editor, stranger, name: str) -> None:
    released()
    written = export_texts(editor.office)
    assert not plan_of(written, stranger.office).is_changed
    content = json.loads(written)
    content["texts"][0][name] = "pathway.p22_1.about" if name == "slot" else f"{content['texts'][0][name]}x"
    assert plan_of(json.dumps(content), stranger.office).is_changed
    content["texts"] = []
    assert plan_of(json.dumps(content), stranger.office).is_changed


def test_a_look_at_a_file_changes_nothing(released, editor, stranger, tmp_path, capsys) -> None:
    released()
    path = tmp_path / "texte.json"
    call_command("texts", export=path, office=editor.office.name)
    call_command("texts", read=path, user=stranger.username, dry_run=True)
    assert f"Neu: {SLOT} (de)" in capsys.readouterr().out
    assert not Revision.objects.filter(office=stranger.office).exists()
