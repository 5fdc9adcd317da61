"""A translation counts only as long as the German text it was made from does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from types import MappingProxyType

import pytest

from advisor.accounts.models import User
from advisor.texts.faults import NotReleasable
from advisor.texts.library import Library, library_of
from advisor.texts.models import Release, Revision
from advisor.texts.releasing import release
from advisor.texts.state import states_of
from advisor.texts.survey import Amiss, survey
from pathways.content.slots import SLOTS

pytestmark = pytest.mark.django_db


PLAIN = "pathway.p23a.plain"


def test_a_translation_of_another_german_text_is_left_out_and_said_to_be(
    released: Callable[..., Release], submitted: Callable[..., Revision], editor: User, releaser: User
) -> None:
    released("Das ist neu. [[§ 23a Abs. 1 S. 1 AufenthG]]", PLAIN)
    released("This is new. [[§ 23a Abs. 1 S. 1 AufenthG]]", PLAIN, language="en")
    library = library_of(editor.office)
    assert library.statements(PLAIN, "en")
    assert not [found for found in survey(editor.office) if found.amiss is Amiss.BEHIND]
    another = submitted("Das ist ganz anders. [[§ 23a Abs. 1 S. 1 AufenthG]]", PLAIN)
    assert library.behind(PLAIN, another.body) == {"en"}, "the releaser is told before"
    release([another], releaser)
    library = library_of(editor.office)
    assert library.statements(PLAIN)
    assert not library.statements(PLAIN, "en"), "nobody is handed what the German text no longer says"
    assert states_of(editor.office, [SLOTS[PLAIN]])[PLAIN, "en"].is_behind
    (found,) = (found for found in survey(editor.office) if found.amiss is Amiss.BEHIND)
    assert (found.slot, found.language) == (PLAIN, "en")
    released("This is quite different. [[§ 23a Abs. 1 S. 1 AufenthG]]", PLAIN, language="en")
    assert library_of(editor.office).statements(PLAIN, "en")


def test_both_together_count_together(submitted: Callable[..., Revision], editor: User, releaser: User) -> None:
    german = submitted("Das ist neu. [[§ 23a Abs. 1 S. 1 AufenthG]]", PLAIN)
    english = submitted("This is new. [[§ 23a Abs. 1 S. 1 AufenthG]]", PLAIN, language="en")
    with pytest.raises(NotReleasable, match="ein anderer als der übersetzte"):
        release([english], releaser)  # what it translates does not count yet
    release([german, english], releaser)
    assert library_of(editor.office).statements(PLAIN, "en")


def test_a_translation_of_a_stale_text_is_left_out(released: Callable[..., Release], editor: User) -> None:
    released("Das ist neu. [[§ 23a Abs. 1 S. 1 AufenthG]]", PLAIN)
    released("This is new. [[§ 23a Abs. 1 S. 1 AufenthG]]", PLAIN, language="en")
    library = library_of(editor.office)
    german = library.entry(PLAIN)
    assert german is not None
    entries = {**library.entries, (PLAIN, "de"): replace(german, fingerprint="another law")}
    assert not Library(MappingProxyType(entries)).statements(PLAIN, "en")
