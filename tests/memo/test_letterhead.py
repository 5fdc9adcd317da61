"""The letterhead an office sets: what a logo may be, what the page keeps, and that it arrives on paper."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import page
import pikepdf
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image, PngImagePlugin

from advisor.accounts.models import Role, User
from advisor.logbook.models import Action, Event
from advisor.memo.letterhead import data_address
from advisor.memo.logo import KEPT_SIZE, LARGEST_FILE, BadLogo, clean_logo
from advisor.memo.models import OfficeLetterhead
from advisor.memo.parts import Memo
from advisor.memo.render import memo_pdf
from tests.factories import make_user
from tests.memo.conftest import Make

SECRET = "Merkzeichen-5d2a"


def picture(form: str = "PNG", mode: str = "RGB", size: tuple[int, int] = (200, 80), **options: Any) -> bytes:
    written = io.BytesIO()
    Image.new(mode, size).save(written, form, **options)
    return written.getvalue()


def bomb() -> bytes:
    """A PNG that claims 60,000 pixels a side."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 999)) + chunk(b"IEND", b"")
    )


NO_LOGOS: Mapping[str, bytes] = {
    "svg": b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(7)</script></svg>',
    "gif": picture("GIF", "P"),
    "html": b"<html><script>alert(7)</script></html>",
    "nothing": b"",
    "bomb": bomb(),
    "too wide": picture(size=(3001, 20)),
    "a dot": picture(size=(2, 2)),
    "cut off": picture(size=(400, 400), mode="RGBA")[:120],
    "head only": picture()[:30],
    "too large": picture() + b"\0" * LARGEST_FILE,
}


@pytest.mark.parametrize("content", NO_LOGOS.values(), ids=NO_LOGOS)
def test_what_is_no_logo_is_refused_with_a_reason(content: bytes) -> None:
    with pytest.raises(BadLogo) as refused:
        clean_logo(content)
    assert str(refused.value).endswith(".")


@pytest.mark.parametrize(
    ("form", "mode"), [("PNG", "P"), ("PNG", "LA"), ("PNG", "RGBA"), ("JPEG", "CMYK"), ("PNG", "1")]
)
def test_a_logo_is_drawn_anew_as_a_small_png(form: str, mode: str) -> None:
    with Image.open(io.BytesIO(clean_logo(picture(form, mode, (2400, 900))))) as drawn:
        assert (drawn.format, drawn.mode) == ("PNG", "RGB")
        assert drawn.width <= KEPT_SIZE[0]
        assert drawn.height <= KEPT_SIZE[1]


def test_only_the_pixels_of_a_logo_stay() -> None:
    told = PngImagePlugin.PngInfo()
    told.add_text("Author", SECRET)
    exif = Image.Exif()
    exif[0x010E] = SECRET
    for content in (picture(pnginfo=told, exif=exif) + SECRET.encode(), picture("JPEG", exif=exif, comment=SECRET)):
        assert SECRET.encode() in content
        assert SECRET.encode() not in clean_logo(content)


def test_what_shines_through_becomes_white() -> None:
    with Image.open(io.BytesIO(clean_logo(picture(mode="RGBA")))) as drawn:
        assert drawn.getpixel((5, 5)) == (255, 255, 255)


@pytest.fixture
def office_admin(db: None) -> User:
    return make_user("admin", "Beratung Nord", Role.OFFICE_ADMIN)


@pytest.fixture
def admin(office_admin: User) -> Client:
    browser = Client()
    browser.force_login(office_admin)
    return browser


def send(client: Client, logo: bytes | None = None, **fields: str) -> Any:
    sent: dict[str, Any] = dict(fields)
    if logo is not None:
        sent["logo"] = SimpleUploadedFile("a.svg", logo, "image/svg+xml")
    return client.post(reverse("memo:letterhead"), sent)


@pytest.mark.django_db
def test_an_office_sets_its_letterhead_and_the_log_says_which_parts(admin: Client, office_admin: User) -> None:
    given = {"address": "Lange Straße 1\r\n\r\n12345 Ort ", "mail": "a@stelle.example", "logo_text": "Logo: ein Kreis"}
    assert send(admin, picture(), **given).status_code == 302
    own = OfficeLetterhead.objects.get(office=office_admin.office)
    assert own.address == "Lange Straße 1\n12345 Ort"
    assert bytes(own.logo).startswith(b"\x89PNG")
    event = Event.objects.filter(action=Action.LETTERHEAD_CHANGED).get()
    assert event.subject == "address, logo, logo_text, mail"
    shown = admin.get(reverse("memo:letterhead")).content.decode()
    assert 'alt="Logo: ein Kreis"' in shown
    assert send(admin, **given).status_code == 302
    assert Event.objects.filter(action=Action.LETTERHEAD_CHANGED).count() == 1
    assert send(admin, **given, no_logo="on").status_code == 302
    own.refresh_from_db()
    assert (bytes(own.logo), own.logo_text) == (b"", "")


@pytest.mark.django_db
def test_what_is_wrong_is_said_and_nothing_that_was_typed_is_lost(admin: Client) -> None:
    refused = send(admin, NO_LOGOS["svg"], address="Lange Straße 1", logo_text="Logo")
    assert refused.status_code == 422
    assert "kein Bild im Format PNG oder JPEG" in refused.content.decode()
    assert "Lange Straße 1" in refused.content.decode()
    wordless = send(admin, picture(), phone="030 1")
    assert wordless.status_code == 422
    assert "Zu einem Logo gehört eine Beschreibung." in wordless.content.decode()
    assert "wählen Sie es noch einmal aus" in wordless.content.decode()
    assert send(admin, address="\n".join("abcdef")).status_code == 422
    assert not OfficeLetterhead.objects.exists()


def headed(memo: Memo) -> Memo:
    logo = data_address(clean_logo(picture()))
    letterhead = replace(
        memo.letterhead, address=("Lange Straße 1", "12345 Ort"), foot="Träger", logo=logo, logo_text="Logo: ein Kreis"
    )
    return replace(memo, letterhead=letterhead)


def test_it_is_on_paper_with_the_logo_in_words_and_the_file_still_conforms(make: Make, tmp_path: Any) -> None:
    content = memo_pdf(headed(make(chosen=["p22_1"])))
    path = tmp_path / "memo.pdf"
    path.write_bytes(content)
    for profile in ("ua1", "3a"):
        found = page.validate_pdf(str(path), profile=profile)
        assert found.is_compliant, {failure.rule_id: failure.message for failure in found.failures}
    with pikepdf.open(io.BytesIO(content)) as pdf:
        words = [str(item.Alt) for item in pdf.objects if isinstance(item, pikepdf.Dictionary) and "/Alt" in item]
    assert "Logo: ein Kreis" in words
