"""Bars as inline SVG, drawn by leather: without style sheet, script or colours of its own (decision 0032)."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString, mark_safe
from leather import Chart, Series, theme
from leather.axis import Axis
from leather.scales import Linear
from leather.shapes import Bars

# In units of the drawing, which is scaled to its place: small enough that 13 units can be read in a narrow window.
WIDTH, ROW, LETTER, FONT_SIZE, GAP = 320, 28, 6.9, 13, 6

theme.margin = 0.0
theme.tick_size = GAP // 2
theme.tick_font_size = FONT_SIZE
theme.tick_font_char_width = LETTER


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: what it is, how long it is, and its number as it is read."""

    label: str
    value: int
    words: str


def drawing(key: str, name: str, about: str, bars: Sequence[Bar]) -> SafeString:
    """The bars from top to bottom as an `<svg>` for a page, with a name and a description for those who do not see it.

    ``key`` makes its ids and stands once on a page. ValueError without a bar or with two of one label.
    """
    if not bars or len({bar.label for bar in bars}) < len(bars):
        raise ValueError("a chart needs bars, each with a label of its own")
    height = ROW * len(bars)
    chart = Chart()
    # leather puts what comes first at the bottom.
    chart.add_series(Series([(bar.value, bar.label) for bar in reversed(bars)]), _Numbered(bars))
    chart.set_x_scale(Linear(0, _longest(bars)))
    chart.set_x_axis(_NoAxis())
    chart.set_y_axis(_Labels())
    root = ET.Element(
        "svg",
        {
            "class": "chart",
            "viewBox": f"0 0 {WIDTH} {height}",
            "role": "img",
            "aria-labelledby": f"{key}-name",
            "aria-describedby": f"{key}-about",
            "focusable": "false",
        },
    )
    ET.SubElement(root, "title", {"id": f"{key}-name"}).text = name
    ET.SubElement(root, "desc", {"id": f"{key}-about"}).text = about
    root.append(_in_our_colours(chart.to_svg_group(WIDTH, height)))
    # Written by an XML library, which escapes what it is given.
    return mark_safe(ET.tostring(root, encoding="unicode"))


def _longest(bars: Sequence[Bar]) -> float:
    """The value at the right edge: beyond the longest bar there is room for its number."""
    room = WIDTH - _label_width(bars)
    number = max(len(bar.words) for bar in bars) * LETTER + GAP
    return max(1, *(bar.value for bar in bars)) * room / max(room - number, room / 4)


def _label_width(bars: Sequence[Bar]) -> float:
    return max(len(bar.label) for bar in bars) * LETTER + GAP


def _in_our_colours(drawn: ET.Element) -> ET.Element:
    """The drawing without background, fonts and colours, which come from our style sheet."""
    drawn.remove(drawn[0])
    for element in drawn.iter():
        for name in ("font-family", "stroke"):
            element.attrib.pop(name, None)
        if element.tag == "text":
            element.set("fill", "currentColor")
    return drawn


class _Labels(Axis):
    """The labels of the bars, without lines."""

    def to_svg(self, width: float, height: float, scale: object, orient: str) -> ET.Element:
        group: ET.Element = super().to_svg(width, height, scale, orient)
        for tick in group:
            for line in tick.findall("line"):
                tick.remove(line)
        return group


class _NoAxis(Axis):
    """No scale: the numbers stand at the bars."""

    def estimate_label_margin(self, scale: object, orient: str) -> int:
        return 0

    def to_svg(self, width: float, height: float, scale: object, orient: str) -> ET.Element:
        return ET.Element("g")


class _Numbered(Bars):
    """Bars with their number behind them."""

    def __init__(self, bars: Sequence[Bar]) -> None:
        super().__init__("currentColor")
        self._words = {bar.label: bar.words for bar in bars}

    def to_svg(self, *room: object) -> ET.Element:
        group: ET.Element = super().to_svg(*room)
        series = room[4]
        rects = list(group)
        for rect, point in zip(rects, series.data(), strict=True):  # type: ignore[attr-defined]
            end, top, tall = (float(rect.get(name, "0")) for name in ("x", "y", "height"))
            text = ET.SubElement(
                group,
                "text",
                {
                    "x": f"{end + float(rect.get('width', '0')) + GAP / 2:.1f}",
                    "y": f"{top + tall / 2:.1f}",
                    "dy": "0.32em",
                    "font-size": str(FONT_SIZE),
                },
            )
            text.text = self._words[point.y]
        return group
