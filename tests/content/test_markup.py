"""What a text may be made of, what it becomes, and that nothing else gets through."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pathways.content.markup import Unreadable, fill, parse, read

REFUSED = {
    "heading": "# Titel",
    "link": "[hier](https://example.org)",
    "image": "![Bild](x.png)",
    "html": "<b>fett</b>",
    "script": "<script>alert(1)</script>",
    "code": "`x`",
    "indented": "    x",
    "quote": "> x",
    "rule": "---",
    "nested": "- - a",
    "typed section": "Siehe § 5.",
    "typed article": "Siehe Art. 8.",
    "unknown citation": "Das steht so da. [[§ 5 Phantasiegesetz]]",
    "open citation": "Das steht so da. [[§ 5 AufenthG",
    "unknown placeholder": "Fragen Sie {wen}.",
    "unseen": "Text \u202e rückwärts",
}


@pytest.mark.parametrize("body", REFUSED.values(), ids=REFUSED)
def test_whatever_is_none_of_the_few_signs_is_refused_with_its_place(body: str) -> None:
    with pytest.raises(Unreadable) as refused:
        parse(f"Ein Satz.\n\n{body}\n")
    assert refused.value.place == 3


def test_a_statement_is_words_markup_and_citations() -> None:
    first, second = parse(
        "Ein **fetter** und\n*schräger* Satz. [[§ 5 Abs. 1 Nr. 2 AufenthG]] [[WD, Fn. 16]]\n\n"
        "1. Zwei & drei [[§ 74 VwGO]]."
    )
    assert (first.text, first.html) == (
        "Ein fetter und schräger Satz.",
        "Ein <strong>fetter</strong> und <em>schräger</em> Satz.",
    )
    assert [cite.text for cite in first.cites] == ["§ 5 Abs. 1 Nr. 2 AufenthG", "WD, Fn. 16"]
    assert first.cites[0].url.endswith("aufenthg_2004/__5.html")
    assert not first.in_list
    assert (second.text, second.html, second.in_list, second.numbered, second.line) == (
        "Zwei & drei.",
        "Zwei &amp; drei.",
        True,
        True,
        4,
    )


def test_placeholders_are_filled_and_never_become_markup() -> None:
    (statement,) = parse("Zuständig ist {land}; fragen Sie {stelle}. [[Praxis]]")
    assert fill(statement, {}).text == "Zuständig ist das zuständige Land; fragen Sie die Beratungsstelle."
    filled = fill(statement, {"land": "<b>{stelle}</b>", "wen": "x"})
    assert filled.text.startswith("Zuständig ist <b>{stelle}</b>;")
    assert filled.html.startswith("Zuständig ist &lt;b&gt;{stelle}&lt;/b&gt;;")


@given(st.text(alphabet=st.sampled_from("ab <>&\"'[](){}*_`#-1.\n\\§!"), max_size=60))
def test_whatever_somebody_types_the_page_gets_bold_and_italic_only(body: str) -> None:
    for statement in read(body)[0]:
        rest = statement.html
        for tag in ("<strong>", "</strong>", "<em>", "</em>"):
            rest = rest.replace(tag, "")
        assert "<" not in rest
        assert ">" not in rest
