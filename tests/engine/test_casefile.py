"""Reading case files: what is accepted, and every fault with its place, what was found and what is allowed."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pathways.engine.casefile import LARGEST_FILE, CaseFile, CaseFileFaults, Fault, read_case
from pathways.engine.days import PartialDay
from pathways.engine.facts import Answer, Gap, Proof
from tests.engine import toy_facts as f
from tests.engine.strategies import relaxed

FORMAT = "wegweiser-case/1"


def read(**document: Any) -> CaseFile:
    return read_case(json.dumps({"format": FORMAT, "facts": {}, **document}).encode(), f.BY_ID)


def faults_of(raw: bytes) -> tuple[Fault, ...]:
    with pytest.raises(CaseFileFaults) as caught:
        read_case(raw, f.BY_ID)
    return caught.value.faults


def faults(**document: Any) -> dict[str, str]:
    """Path and message of each fault; a key given as ... is left out of the file."""
    whole = {"format": FORMAT, "facts": {}, **document}
    text = json.dumps({key: value for key, value in whole.items() if value is not ...})
    return {fault.path: fault.message for fault in faults_of(text.encode())}


def fault(**document: Any) -> str:
    found = faults(**document)
    assert len(found) == 1, found
    return "".join(f"{path}: {message}" for path, message in found.items())


def test_a_whole_file_is_read() -> None:
    case = read(
        as_of="2024-02-29",
        reference="A-1",
        facts={
            "resident": True,
            "stage": "granted",
            "reasons": ["hobby", "family"],
            "birth": "2000-02",
            "need": "unknown",
            "offence": "declined",
        },
        details={"resident": {"proof": "document_seen", "note": "Meldebescheinigung"}, "banned": {"note": "fragen"}},
        narrative="is a note",
        expect={"plot": None},
    )

    assert (case.as_of, case.reference) == (date(2024, 2, 29), "A-1")
    assert case.answers == {
        "resident": Answer(True, Proof.DOCUMENT_SEEN, "Meldebescheinigung"),
        "stage": Answer("granted"),
        "reasons": Answer(frozenset({"hobby", "family"})),
        "birth": Answer(PartialDay.parse("2000-02")),
        "need": Answer(Gap.NOT_KNOWN),
        "offence": Answer(Gap.DECLINED),
        "banned": Answer(Gap.NOT_ASKED, None, "fragen"),
    }


def test_the_smallest_file_has_a_format_and_empty_facts() -> None:
    assert read() == CaseFile({}, None, None)


WRONG_VALUES = [
    ("resident", "true"), ("resident", "yes"), ("resident", 1), ("resident", 0), ("resident", None), ("resident", []),
    ("stage", True), ("stage", False), ("stage", 1), ("stage", None), ("stage", ["granted"]), ("stage", "Granted"),
    ("stage", "granted "), ("stage", ""), ("stage", {}),
    ("reasons", "hobby"), ("reasons", []), ("reasons", None), ("reasons", ["hobby", "hobby"]),
    ("reasons", ["none", "hobby"]), ("reasons", ["unknown"]), ("reasons", ["hobby", "declined"]),
    ("reasons", ["hobby", None]), ("reasons", [["hobby"]]), ("reasons", [True]), ("reasons", {"hobby": True}),
    ("birth", 2000), ("birth", None), ("birth", True), ("birth", ["2000"]), ("birth", ""), ("birth", "2000-02-30"),
    ("birth", "2000-13"), ("birth", "0000"), ("birth", "٢٠٠٠"), ("birth", "２０００-０１"),
    ("birth", "2000-01-01T00:00"),
    ("birth", "2000\n"), ("birth", "UNKNOWN"), ("birth", 2000.0),
]  # fmt: skip


@pytest.mark.parametrize(("fact_id", "value"), WRONG_VALUES)
def test_a_value_of_the_wrong_shape_is_a_fault_at_its_fact(fact_id: str, value: Any) -> None:
    assert list(faults(facts={fact_id: value})) == [f"facts.{fact_id}"]


@pytest.mark.parametrize(
    ("document", "line"),
    [
        ({"format": ...}, 'format: is missing; it has to be "wegweiser-case/1"'),
        ({"format": "wegweiser-case/2"}, 'format: "wegweiser-case/2" is not "wegweiser-case/1"'),
        ({"format": None}, 'format: null is not "wegweiser-case/1"'),
        ({"facts": ...}, "facts: is missing; it has to be an object, which may be empty"),
        ({"facts": None}, "facts: null is not an object of fact ids and answers"),
        ({"facts": []}, "facts: [] is not an object of fact ids and answers"),
        (
            {"facts": {"resident": "ja"}},
            'facts.resident: "ja" is not one of true, false, unknown, declined',
        ),
        (
            {"facts": {"stage": "grante"}},
            'facts.stage: "grante" is not one of none, filed, granted, refused; did you mean "granted"?',
        ),
        (
            {"facts": {"stage": "abgelehnt"}},
            'facts.stage: "abgelehnt" is not one of none, filed, granted, refused; did you mean "refused"?',
        ),
        ({"facts": {"residnet": True}}, 'facts.residnet: is not a known fact; did you mean "resident"?'),
        ({"facts": {"zzz": True}}, "facts.zzz: is not a known fact"),
        ({"facts": {"a.b c": True}}, 'facts["a.b c"]: is not a known fact'),
        ({"facts": {"birth": "2000-02-30"}}, 'facts.birth: "2000-02-30" is not a day: no such day in the calendar'),
        (
            {"facts": {"birth": 2000}},
            "facts.birth: 2000 is not a day YYYY, YYYY-MM or YYYY-MM-DD, unknown or declined",
        ),
        ({"facts": {"reasons": []}}, "facts.reasons: [] is not a list of at least one value"),
        (
            {"facts": {"reasons": ["none", "hobby"]}},
            'facts.reasons: ["none", "hobby"]: "none" stands alone',
        ),
        ({"as_of": "2024"}, 'as_of: "2024" is not a full day YYYY-MM-DD'),
        ({"as_of": "2024-02"}, 'as_of: "2024-02" is not a full day YYYY-MM-DD'),
        ({"as_of": "unknown"}, None),
        ({"as_of": "2023-02-29"}, None),
        ({"as_of": "0000-01-01"}, None),
        ({"as_of": "２０２４-01-01"}, None),
        ({"as_of": None}, "as_of: null is not a full day YYYY-MM-DD"),
        ({"as_of": 20240229}, None),
        ({"reference": ""}, 'reference: "" is not a text of 1 to 100 characters'),
        ({"reference": None}, None),
        ({"reference": 7}, None),
        ({"reference": "x" * 101}, None),
        ({"details": []}, "details: [] is not an object of fact ids and details"),
        ({"details": {"zzz": {}}}, "details.zzz: is not a known fact"),
        ({"details": {"resident": "told"}}, 'details.resident: "told" is not an object with proof and note'),
        (
            {"details": {"resident": {"proof": "seen"}}},
            'details.resident.proof: "seen" is not one of told, document_seen, document_missing',
        ),
        ({"details": {"resident": {"proof": None}}}, None),
        ({"details": {"resident": {"note": 7}}}, "details.resident.note: 7 is not a text"),
        ({"details": {"resident": {"by": "x"}}}, "details.resident.by: is not one of proof, note"),
    ],
)
def test_a_fault_says_where_what_was_found_and_what_is_allowed(document: dict[str, Any], line: str | None) -> None:
    found = fault(**document)

    assert line is None or found == line
    assert "\n" not in found


def test_all_faults_are_reported_at_once_in_the_order_of_the_file() -> None:
    found = faults(
        format="x",
        facts={"zzz": 1, "stage": "x", "reasons": ["x"], "resident": True},
        details={"resident": {"proof": 1, "note": 1}, "yyy": {}},
        as_of="x",
        reference=1,
    )

    assert list(found) == [
        "format",
        "facts.zzz",
        "facts.stage",
        "facts.reasons",
        "details.resident.proof",
        "details.resident.note",
        "details.yyy",
        "as_of",
        "reference",
    ]


@pytest.mark.parametrize(
    ("text", "paths"),
    [
        ('{"format": "wegweiser-case/1", "facts": {}, "facts": {}}', ["facts"]),
        ('{"format": "wegweiser-case/1", "facts": {"need": true, "need": true}}', ["facts.need"]),
        ('{"format": "wegweiser-case/1", "facts": {}, "details": {"need": {}, "need": {}}}', ["details.need"]),
        (
            '{"format": "wegweiser-case/1", "facts": {}, "details": {"need": {"note": "a", "note": "a"}}}',
            ["details.need.note"],
        ),
        ('{"format": "x", "format": "wegweiser-case/1", "facts": {}, "x": 1, "x": 2}', ["format", "x"]),
    ],
)
def test_a_key_named_twice_is_a_fault(text: str, paths: list[str]) -> None:
    assert [(fault.path, fault.message) for fault in faults_of(text.encode())] == [
        (path, "is named twice") for path in paths
    ]


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"", "is not JSON"),
        (b"{", "is not JSON"),
        (b"{}{}", "is not JSON"),
        (b'{"format": NaN}', "is not JSON"),
        (b'{"format": Infinity}', "is not JSON"),
        (b'{"x": -Infinity}', "is not JSON"),
        (b'{"x": ' + b"9" * 5000 + b"}", "is not JSON"),
        (b"\xef\xbb\xbf{}", "is not JSON"),
        (b"\xff\xfe{\x00}\x00", "is not UTF-8: byte 0"),
        ('{"x": "ä"}'.encode("latin-1"), "is not UTF-8: byte 7"),
        (b'{"x": "\xed\xa0\x80"}', "is not UTF-8: byte 7"),
        (b"[" * 100_000 + b"]" * 100_000, "is not JSON"),
        (b'{"a":' * 100_000 + b"1" + b"}" * 100_000, "is not JSON"),
        (b"[]", "[] is not a JSON object"),
        (b"null", "null is not a JSON object"),
        (b'"x"', '"x" is not a JSON object'),
        (b" " * (LARGEST_FILE + 1), f"is {LARGEST_FILE + 1} bytes long; at most {LARGEST_FILE} are allowed"),
    ],
)
def test_what_is_no_json_file_is_one_fault_of_the_file(raw: bytes, words: str) -> None:
    (found,) = faults_of(raw)

    assert found.path == "file"
    assert words in found.message


def test_a_file_may_be_as_large_as_allowed() -> None:
    raw = json.dumps({"format": FORMAT, "facts": {}}).encode()

    assert read_case(raw + b" " * (LARGEST_FILE - len(raw)), f.BY_ID) == CaseFile({})


@pytest.mark.parametrize("place", ["reference", "note"])
def test_a_text_that_cannot_be_written_is_a_fault(place: str) -> None:
    text = "a\ud800b"
    document = {"reference": text} if place == "reference" else {"details": {"need": {"note": text}}}

    assert list(faults(**document)) == ["reference" if place == "reference" else "details.need.note"]


def test_a_long_finding_is_cut_in_the_message() -> None:
    assert len(fault(facts={"resident": "x" * 1000})) < 200


@pytest.mark.parametrize("reference", ["x", "x" * 100, "Größe Ω 𝄞"])
def test_a_reference_has_one_to_a_hundred_characters(reference: str) -> None:
    assert read(reference=reference).reference == reference


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)
keys = st.sampled_from(["format", "facts", "as_of", "reference", "details", "source"])
inner_keys = st.sampled_from([*f.BY_ID, "zzz"])


@relaxed
@given(st.dictionaries(keys, json_values | st.dictionaries(inner_keys, json_values)))
def test_whatever_stands_in_a_file_it_is_read_or_its_faults_are_named(document: dict[str, Any]) -> None:
    raw = json.dumps(document).encode()
    try:
        case = read_case(raw, f.BY_ID)
    except CaseFileFaults:
        assert all(fault.path and fault.message for fault in faults_of(raw))
    else:
        assert set(case.answers) <= set(f.BY_ID)


@relaxed
@given(st.binary(max_size=200))
def test_whatever_bytes_come_only_faults_are_raised(raw: bytes) -> None:
    assert faults_of(raw)
