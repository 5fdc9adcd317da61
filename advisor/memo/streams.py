"""No stream of a file ends with a carriage return, which some readers take for the end of a line and miss a byte."""

from __future__ import annotations

import pydyf

_DOUBTFUL = b"\r\nendstream"
TRIES = 4


class _Written(pydyf.Stream):
    """A stream whose bytes are there already, so that it is compressed only once."""

    written = b""

    @property
    def data(self) -> bytes:
        """The stream with its head, as it stands in the file."""
        return self.written


def ends_plainly(content: bytes) -> bool:
    """Whether nothing can be taken for the end of a line in a file."""
    return _DOUBTFUL not in content


def end_plainly(pdf: pydyf.PDF, tried: int = 0) -> None:
    """Write all streams, those of doubtful end without compression; before the file is put together.

    The table of all objects is written later and may end so nevertheless; ``tried``: how often it has, for then it
    needs to be another one.
    """
    for _ in range(tried):
        pdf.add_object(pydyf.Dictionary())
    for item in pdf.objects:
        if isinstance(item, pydyf.Stream):
            data = item.data
            if item.compress and data.endswith(_DOUBTFUL):
                item.compress = False
                data = item.data
            item.__class__ = _Written
            item.written = data
