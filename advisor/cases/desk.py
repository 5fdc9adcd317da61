"""What stands around the questions on every page of the questionnaire: the sections and the eight pathways."""

from __future__ import annotations

from typing import Any

from advisor.cases.fetch import OpenCase
from advisor.cases.frame import frame
from advisor.cases.outlook import still_open
from advisor.cases.panel import panel
from advisor.cases.sections import Section, progress
from advisor.cases.standing import Standing


def desk(
    opened: OpenCase, way: str, standing: Standing, before: Standing | None = None, section: Section | None = None
) -> dict[str, Any]:
    """The context of a page of the questionnaire.

    ``way``: through the questions: ``talk``, ``next`` or ``all``; ``before``: how the case stood until now, to say
    what has changed; ``section``: the one that is shown.
    """
    return {
        **frame(opened, "questions"),
        "way": way,
        "section": section,
        "progress": progress(standing.view, standing.answers),
        "panel": panel(standing, before, still_open(opened.case, opened.person.uuid, standing.deadlines)),
    }
