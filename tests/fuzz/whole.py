"""Whether everything that is kept is whole: opens, belongs together, and stands in an unbroken log."""

from __future__ import annotations

from advisor.cases.answers import answers_of
from advisor.cases.models import Answer, Case, CaseAccess, Person, SharedAnswer
from advisor.cases.sealing import label_of
from advisor.guidance.consultations import answer_of, question_of
from advisor.guidance.models import Consultation, Guidance, MemoRecord, Qualification, Training
from advisor.logbook.verify import broken_places, chain_keys
from advisor.memo.keeping import file_of
from advisor.memo.models import KeptMemo, Release


def assert_whole() -> None:
    """AssertionError, or a fault of the vault, where something is not."""
    assert not [place for key in chain_keys() for place in broken_places(key)]
    for case in Case.objects.select_related("key", "lead"):
        assert case.lead.office_id == case.office_id
        positions = list(case.persons.values_list("position", flat=True))
        assert positions
        assert len(set(positions)) == len(positions)
    for person in Person.objects.select_related("case__key"):
        label_of(person.case, person)
        own = Answer.objects.filter(person=person).count()
        shared = SharedAnswer.objects.filter(case=person.case).count()
        assert max(own, shared) <= len(answers_of(person)) <= own + shared
    for access in CaseAccess.objects.select_related("case", "user"):
        assert access.user.office_id == access.case.office_id
    for memo in KeptMemo.objects.select_related("case__key", "record", "assessment"):
        assert file_of(memo)
        assert memo.assessment.case_id == memo.case_id
        assert MemoRecord.objects.filter(memo=memo.uuid).count() == 1
    for release in Release.objects.select_related("memo__case", "to"):
        assert release.to is None or release.to.office_id == release.memo.case.office_id
    for question in Consultation.objects.select_related("case__key"):
        assert question_of(question)
        assert bool(answer_of(question)) is (question.answered_at is not None)
    for model, column in ((Guidance, "adviser"), (Qualification, "person"), (Training, "adviser")):
        for row in model._default_manager.select_related(column, "office"):
            assert getattr(row, column).office_id == row.office_id
