"""When the law changes, exactly the texts about it are behind, left out of papers, and back once released again."""

from __future__ import annotations

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from advisor.memo.paper import memo_of
from advisor.memo.parts import Length
from advisor.memo.render import memo_html
from advisor.texts import checks, library, subjects
from advisor.texts.library import built_in_library, library_of
from advisor.texts.models import Release
from advisor.texts.releasing import release
from advisor.texts.state import states_of
from advisor.texts.survey import Amiss, survey, survey_built_in
from advisor.texts.writing import TextFault, review
from pathways.content.slots import SLOTS
from pathways.content.value_slots import ALL_SLOTS
from pathways.engine.consultation import consult
from pathways.law import LAW
from tests.content.test_checks import changed
from tests.factories import answers
from tests.texts.conftest import BODY, SLOT

pytestmark = pytest.mark.django_db

LAW_OF_LATER = changed("p23a_enforceable")


def test_a_changed_criterion_makes_exactly_its_texts_and_those_of_its_pathway_stale() -> None:
    later = built_in_library(LAW_OF_LATER)
    expected = {
        each.slot
        for each in later.entries.values()
        if each.slot.startswith(("pathway.p23a.", "criterion.p23a_enforceable."))
    }
    assert {each.slot for each in later.stale()} == expected
    assert len(expected) >= 10
    assert built_in_library().stale() == ()
    assert later.texts("p23a").procedure == ()
    assert later.texts("p23a").about is None
    assert later.texts("p22_1") == built_in_library().texts("p22_1")


def test_a_general_criterion_makes_stale_the_pathway_texts_that_cite_it() -> None:
    general = LAW.pathway("p23a").criterion("g_entry_ban")
    stale = {each.slot for each in built_in_library(changed(general.id)).stale()}
    assert f"criterion.{general.id}.help" in stale
    pathway_texts = {slot for slot in stale if slot.startswith("pathway.")}
    assert "pathway.p23a.pitfalls" in pathway_texts, "it cites § 11 AufenthG"
    assert "pathway.p23a.about" not in pathway_texts
    assert {slot for slot in stale if slot.startswith("criterion.")} == {
        slot for slot in SLOTS if slot.startswith(f"criterion.{general.id}.") and slot in stale
    }


@pytest.fixture
def under_later_law(monkeypatch: pytest.MonkeyPatch) -> None:
    """The program with a law in which one criterion has changed."""
    monkeypatch.setattr(library, "LAW", LAW_OF_LATER)
    for function in (library.library_of, library.built_in_library):
        monkeypatch.setattr(function, "__defaults__", (LAW_OF_LATER,))
    monkeypatch.setattr(subjects.fingerprint_of, "__defaults__", (LAW_OF_LATER,))


def test_a_stale_text_is_gone_until_it_is_released_again(
    released, submitted, releaser, editor, monkeypatch, request
) -> None:
    released()
    assert library_of(editor.office).text(SLOT) is not None
    request.getfixturevalue("under_later_law")
    assert library_of(editor.office).text(SLOT) is None
    assert states_of(editor.office, [SLOTS[SLOT]])[SLOT, "de"].is_stale
    assert Amiss.STALE in {found.amiss for found in survey(editor.office)}
    with pytest.raises(TextFault, match="neue Freigabe"):
        review(SLOT, editor, timezone.localdate() + timedelta(days=30))
    release([submitted(BODY)], releaser)
    found = library_of(editor.office).text(SLOT)
    assert found is not None
    assert (found.number, found.release) == (2, 2)
    assert survey(editor.office) == ()


def test_the_program_says_what_is_behind(under_later_law: None) -> None:
    stale = {found.slot for found in survey_built_in() if found.amiss is Amiss.STALE}
    assert "pathway.p23a.procedure" in stale
    assert "pathway.p22_1.procedure" not in stale
    assert {message.id for message in checks.check_texts()} == {"texts.W001"}
    out = StringIO()
    with pytest.raises(SystemExit):
        call_command("texts", check=True, stdout=out)
    assert "mitgeliefert: stale pathway.p23a.procedure de" in out.getvalue()


def test_a_year_unread_is_overdue(released, editor) -> None:
    released()
    today = timezone.localdate()
    assert survey(editor.office, today + timedelta(days=300)) == ()
    (found,) = survey(editor.office, today + timedelta(days=366))
    assert (found.amiss, found.slot) == (Amiss.OVERDUE, SLOT)
    review(SLOT, editor, today + timedelta(days=500))
    assert survey(editor.office, today + timedelta(days=366)) == ()


def test_a_text_whose_subject_is_gone_is_an_orphan(released, editor, monkeypatch) -> None:
    released()
    left = {slot_id: slot for slot_id, slot in ALL_SLOTS.items() if slot_id != SLOT}
    monkeypatch.setattr("advisor.texts.survey.ALL_SLOTS", left)
    assert [(found.amiss, found.slot) for found in survey(editor.office)] == [(Amiss.ORPHAN, SLOT)]


def test_the_command_needs_an_office_and_a_text_there_is() -> None:
    for options in ({"office": "Nirgends"}, {"accept": ["pathway.p99.about"]}):
        with pytest.raises(CommandError):
            call_command("texts", **options)


def test_a_memo_prints_what_was_released_and_says_which(released, editor) -> None:

    released()
    given = answers(location="in_germany", federal_state="HE")
    assessment = consult(LAW, given, timezone.localdate())
    own = memo_of(assessment, given, chosen=["p23a"], length=Length.FULL, library=library_of(editor.office))
    plain = memo_of(assessment, given, chosen=["p23a"], length=Length.FULL)
    (part,) = own.pathways
    assert [step.text for step in part.steps] == ["Fragen Sie zuerst Hessen.", "Reichen Sie früh ein."]
    assert {(used.slot, used.number, used.release) for used in own.texts} >= {(SLOT, 1, 1)}
    day = Release.objects.get().at
    assert f"Verfahren § 23a Abs. 1 S. 1: Fassung 1, Freigabe 1 vom {timezone.localdate(day):%d.%m.%Y}" in memo_html(
        own
    )
    assert "Texte des Programms" in memo_html(plain)
    assert own.checksum != plain.checksum
    assert own == memo_of(assessment, given, chosen=["p23a"], length=Length.FULL, library=library_of(editor.office))
