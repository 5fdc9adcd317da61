"""What nobody enters by accident: texts, days and files for every field that takes one."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Mapping
from typing import Any

MARKUP: Mapping[str, str] = {
    "script": "<script>alert(1)</script>",
    "closing tags": "</textarea></title></style></td></script><script>alert(2)</script>",
    "attribute": "\" autofocus onfocus=alert(3) x='",
    "image": "<img src=x onerror=alert(4)>",
    "template": "{{ settings.SECRET_KEY }} {% include 'error.html' %} {# nichts #}",
    "style": "<style>@import url(https://evil.example/x.css); body{display:none}</style>",
    "address": "javascript:alert(5) file:///etc/passwd ../../../../etc/passwd",
    "svg": "<svg><image href='file:///etc/passwd'/><use href='https://evil.example/#a'/></svg>",
    "link": '<a href="file:///etc/passwd" rel="attachment">Anlage</a><link rel=attachment href=file:///etc/hostname>',
    "entities": "&lt;b&gt; &amp;amp; &#60;i&#62; ]]> <!-- --> <?xml ?>",
}
CHARACTERS: Mapping[str, str] = {
    "nothing": "",
    "blank": " \t\u00a0\u2003",
    "nul": "vor\x00nach",
    "controls": "".join(map(chr, range(1, 32))) + "\x7f\x80\x9b31m",
    "direction": "\u202eabc\u2066def\u2069\u200f",
    "combining": "a" + "\u0301" * 500,
    "emoji": "👩🏽\u200d⚖️🏳️\u200d🌈" * 40,
    "no characters": "\ufffe\uffff\ufeff\U0010ffff",
    "lines": "eins\r\nzwei\nSet-Cookie: a=b\u2028drei\x85vier",
    "long word": "W" * 10_000,
}
MEANINGS: Mapping[str, str] = {
    "sql": "'; DROP TABLE cases_case; --",
    "wildcards": "%_\\*?[a-z]{2}",
    "format": "%s%n{0.__class__}${7*7}",
    "json": '{"__proto__": {"a": 1}}',
    "list": "['in_germany']",
    "other answers": "in_germany,abroad_home_country",
    "true": "true",
    "null": "null",
    "state": "not_asked",
    "number": "9" * 5000,
    "float": "1e400",
    "digits": "٢٠٢٦",
    "name": "__class__",
}
TEXTS: Mapping[str, str] = {**MARKUP, **CHARACTERS, **MEANINGS}

# Days no form and no case file may take. What is far away but in the calendar is a day.
NO_DAYS = (
    "0000-00-00",
    "10000-01-01",
    "2026-02-30",
    "2026-13-01",
    "2026-00-10",
    "2025-02-29",
    "-2026-01-01",
    "2026-01-01T00:00",
    "2026-01",
    "heute",
    "٢٠٢٦-٠١-٠١",
    "٠١.٠١.٢٠٢٦",
    "２０２６-01-01",
    "31.02.2026",
    "1/2/2026",
    "20260101",
    "2026-W01-1",
    "9" * 10_000,
    "2026-01-01\x00",
    "<b>2026-01-01</b>",
)
FAR_DAYS = ("0001-01-01", "1582-10-10", "9999-12-31")


def _zip() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("fall.json", " " * 1_000_000)
    return packed.getvalue()


def _case(**keys: Any) -> bytes:
    return json.dumps({"format": "wegweiser-case/1", "reference": "D-1", "facts": {}, **keys}).encode()


NO_CASE_FILES: Mapping[str, bytes] = {
    "nothing": b"",
    "a byte too long": b" " * (1024 * 1024 + 1),
    "not UTF-8": b'{"format": "\xe4"}',
    "UTF-16": '{"format": "wegweiser-case/1"}'.encode("utf-16"),
    "byte order mark": b"\xef\xbb\xbf" + _case(),
    "half a character": b'{"format": "wegweiser-case/1", "facts": {}, "reference": "\\ud800"}',
    "half a character in a note": _case(details={"location": {"note": "\ud800"}}),
    "deep lists": b"[" * 200_000 + b"]" * 200_000,
    "deep objects": b'{"a":' * 100_000 + b"1" + b"}" * 100_000,
    "deep answer": _case()[:-3] + b'{"location": ' + b"[" * 900 + b"]" * 900 + b"}}",
    "zip": _zip(),
    "PDF": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF",
    "HTML": b"<!DOCTYPE html><script>alert(1)</script>",
    "YAML": b"!!python/object/apply:os.system ['true']",
    "two documents": _case() + b"\n" + _case(),
    "NaN": b'{"format": "wegweiser-case/1", "facts": {}, "as_of": NaN}',
    "long number": b'{"format": "wegweiser-case/1", "facts": {"location": ' + b"9" * 5000 + b"}}",
    "other format": _case(format="wegweiser-case/2"),
    "twice": b'{"format": "wegweiser-case/1", "facts": {"location": "in_germany", "location": "in_germany"}}',
    "facts as a list": _case(facts=["location"]),
    "thousands of unknown facts": _case(facts={f"fact_{place}": "<b>" for place in range(3000)}),
    "names of Python": _case(facts={"__class__": 1, "__init__": {}, "constructor": []}),
    "markup as a key": _case(facts={"<script>alert(1)</script>": True}),
    "no key in time": _case(as_of="2026-02-30"),
    "long reference": _case(reference="W" * 10_000),
    "reference as an object": _case(reference={"$ne": ""}),
}
