"""The logo of an office: looked at before anything is unpacked, and drawn anew, so that only its pixels stay."""

from __future__ import annotations

import io
import struct
import zlib

from django.utils.translation import gettext as _
from PIL import Image, ImageOps, UnidentifiedImageError

LARGEST_FILE = 1024 * 1024  # bytes
LONGEST_SIDE = 3000  # pixels, as uploaded; what is larger is not unpacked at all
KEPT_SIZE = (900, 360)  # pixels; on paper at most 55 x 22 mm, which makes 400 dots an inch
_SMALLEST_SIDE = 16
_FORMATS = ("PNG", "JPEG")
# The PDF writer has Pillow fill up what is missing of a file, for the whole process: the end is looked for here.
_ENDS = {"PNG": b"IEND", "JPEG": b"\xff\xd9"}
_BROKEN = (OSError, SyntaxError, ValueError, EOFError, struct.error, zlib.error, IndexError, KeyError, TypeError)


class BadLogo(ValueError):
    """A file that cannot be a logo; its text says why and what to do, for whoever uploaded it."""


def clean_logo(content: bytes) -> bytes:
    """The picture in a PNG or JPEG file as a fresh PNG on white, without metadata and no larger than `KEPT_SIZE`.

    What the file is, its content says and not its name. BadLogo where it is no such picture, too large or broken.
    """
    if len(content) > LARGEST_FILE:
        raise BadLogo(_("Die Datei ist größer als 1 MiB. Bitte speichern Sie das Logo kleiner."))
    try:
        picture = Image.open(io.BytesIO(content), formats=_FORMATS)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise BadLogo(_too_many()) from error
    except (UnidentifiedImageError, *_BROKEN) as error:
        raise BadLogo(
            _("Das ist kein Bild im Format PNG oder JPEG. Andere Formate, auch SVG, nehmen wir nicht an.")
        ) from error
    if max(picture.size) > LONGEST_SIDE:
        raise BadLogo(_too_many())
    if min(picture.size) < _SMALLEST_SIDE:
        raise BadLogo(_("Das Bild ist kleiner als 16 Punkte. Bitte nehmen Sie ein größeres."))
    try:
        if _ENDS[str(picture.format)] not in content:
            raise ValueError("cut off")
        return _drawn_anew(picture)
    except _BROKEN as error:
        raise BadLogo(
            _("Das Bild ist beschädigt oder ungewöhnlich gespeichert. Bitte speichern Sie es noch einmal als PNG.")
        ) from error


def _too_many() -> str:
    return _("Das Bild hat mehr als 3000 Punkte in einer Richtung. Bitte verkleinern Sie es.")


def _drawn_anew(picture: Image.Image) -> bytes:
    upright = ImageOps.exif_transpose(picture).convert("RGBA")
    upright.thumbnail(KEPT_SIZE)
    paper = Image.new("RGB", upright.size, "white")
    paper.paste(upright, mask=upright.getchannel("A"))
    written = io.BytesIO()
    paper.save(written, "PNG", optimize=True)
    return written.getvalue()
