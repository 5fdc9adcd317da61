"""The PDF writer reaches no file and no network."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest
from weasyprint.urls import FatalURLFetchingError

from advisor.memo.render import write_pdf


def document(body: str) -> str:
    return f"<html lang=de><head><title>t</title></head><body><h1>t</h1>{body}</body></html>"


def data(svg: str) -> str:
    return "data:image/svg+xml;base64," + base64.b64encode(svg.encode()).decode()


@pytest.mark.parametrize(
    "body",
    [
        '<img src="{}" alt="x">',
        '<link rel=stylesheet href="{}">',
        "<style>@import url({})</style>",
        '<p style="background: url({})">x</p>',
        "<style>@font-face {{ font-family: z; src: url({}) }} p {{ font-family: z }}</style><p>x</p>",
        '<a rel=attachment href="{}">x</a>',
        '<object data="{}"></object>',
        '<embed src="{}">',
    ],
)
@pytest.mark.parametrize(
    "address", ["file:///etc/hostname", "http://127.0.0.1:9/x", "ftp://127.0.0.1/x", "app:///memo.css"]
)
def test_an_address_from_outside_stops_the_writing(body: str, address: str) -> None:
    with pytest.raises(FatalURLFetchingError):
        write_pdf(document(body.format(address)), "x")


def test_a_relative_address_leads_nowhere() -> None:
    with pytest.raises(FatalURLFetchingError):
        write_pdf(document('<base href="file:///etc/"><img src="hostname" alt="x">'), "x")


def test_an_image_inside_the_document_may_not_fetch_either(tmp_path: Path) -> None:
    secret = tmp_path / "secret.svg"
    secret.write_text('<svg xmlns="http://www.w3.org/2000/svg"><text y="20">GEHEIM</text></svg>', encoding="utf-8")
    nested = data(
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:x="http://www.w3.org/1999/xlink">'
        f'<image x:href="{secret.as_uri()}" width="10" height="10"/></svg>'
    )
    entity = data(
        f'<!DOCTYPE s [<!ENTITY e SYSTEM "{secret.as_uri()}">]>'
        '<svg xmlns="http://www.w3.org/2000/svg"><text y="20">&e;</text></svg>'
    )
    for image in (nested, entity):
        try:
            content = write_pdf(document(f'<img src="{image}" alt="x">'), "x")
        except FatalURLFetchingError:
            continue
        assert b"GEHEIM" not in content


def test_a_picture_that_is_part_of_the_document_is_shown() -> None:
    picture = data('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>')
    assert write_pdf(document(f'<img src="{picture}" alt="x">'), "x").startswith(b"%PDF")
