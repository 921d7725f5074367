"""Numbers -> a picture of plain shapes, each with its number, so that no colour is needed; saved as SVG."""

import unicodedata
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from xml.sax.saxutils import escape

ROW = 26
SIZE = 13
GAP = 8
INK, PAINT, PAPER = "#222222", "#9e1b1b", "#ffffff"
"""Colours of the saved picture; on the screen the theme's take their place."""
NONE, PALEST, FULLEST = 0.04, 0.12, 0.5
"""How strongly nothing, the smallest and the largest value are painted; words stay readable on either."""


@dataclass(frozen=True, slots=True)
class Shape:
    """A painted field (``text`` empty) or words; ``x`` and ``y`` of words are their anchor and middle."""

    x: float
    y: float
    width: float = 0
    height: float = 0
    paint: float = 0
    """0 to 1."""
    text: str = ""
    anchor: str = "start"
    hint: str = ""
    """What the field says when pointed at."""


@dataclass(frozen=True, slots=True)
class Picture:
    """Shapes within ``width`` times ``height``, in pixels."""

    width: float
    height: float
    shapes: tuple[Shape, ...]


def bars(rows: Sequence[tuple[str, float]], width: float = 420) -> Picture:
    """A bar a row, its name before it and its number behind it."""
    most = max((value for _, value in rows), default=0) or 1
    names = min(0.55 * width, max((wide(name) for name, _ in rows), default=0))
    room = width - names - GAP - 48
    shapes = []
    for place, (name, value) in enumerate(rows):
        middle = place * ROW + ROW / 2
        length = max(2.0, room * value / most)
        shapes += [
            Shape(names, middle, text=fitted(name, names), anchor="end", hint=name),
            Shape(names + GAP, place * ROW + 4, length, ROW - 8, 0.75, hint=f"{name}: {value:g}"),
            Shape(names + GAP + length + 6, middle, text=f"{value:g}"),
        ]
    return Picture(width, max(1, len(rows)) * ROW, tuple(shapes))


def grid(
    down: Sequence[str], across: Sequence[str], values: Sequence[Sequence[float | None]], full: float = 0
) -> Picture:
    """A field for each pair, the fuller the greater its value; None leaves it empty.

    Args:
        down: Names of the rows.
        across: Names of the columns.
        values: A row of values for each name of ``down``.
        full: Value that is painted fully, unless one is greater.
    """
    names = min(260.0, max((wide(name) for name in down), default=0))
    cell = max(40.0, *(wide(name) + GAP for name in across)) if across else 40.0
    most = max(full, *(value or 0 for row in values for value in row), 0) or 1
    shapes = [
        Shape(names + GAP + cell * (place + 0.5), ROW / 2, text=name, anchor="middle")
        for place, name in enumerate(across)
    ]
    for row, (name, held) in enumerate(zip(down, values, strict=True), 1):
        shapes.append(Shape(names, row * ROW + ROW / 2, text=fitted(name, names), anchor="end", hint=name))
        for place, value in enumerate(held):
            if value is not None:
                left = names + GAP + cell * place
                paint = PALEST + (FULLEST - PALEST) * value / most if value else NONE
                hint = f"{name} / {across[place]}: {value:g}"
                shapes.append(Shape(left + 1, row * ROW + 1, cell - 2, ROW - 2, paint, hint=hint))
                shapes.append(Shape(left + cell / 2, row * ROW + ROW / 2, text=f"{value:g}", anchor="middle"))
    return Picture(names + GAP + cell * len(across), ROW * (len(down) + 1), tuple(shapes))


def drawn(picture: Picture) -> dict[str, object]:
    """The picture as the screen's component takes it."""
    return asdict(picture)


def as_svg(picture: Picture) -> bytes:
    """The picture as a file that Word, WPS and browsers open."""
    width, height = f"{picture.width:.0f}", f"{picture.height:.0f}"
    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}"'
        f' viewBox="0 0 {width} {height}" font-family="sans-serif" font-size="{SIZE}">',
        f'<rect width="100%" height="100%" fill="{PAPER}"/>',
    ]
    out += [_words(shape) if shape.text else _field(shape) for shape in picture.shapes]
    return "\n".join([*out, "</svg>"]).encode("utf-8", "replace")


def _field(shape: Shape) -> str:
    return (
        f'<rect x="{shape.x:.1f}" y="{shape.y:.1f}" width="{shape.width:.1f}" height="{shape.height:.1f}"'
        f' fill="{PAINT}" fill-opacity="{shape.paint:.2f}"/>'
    )


def _words(shape: Shape) -> str:
    text = escape("".join(sign for sign in shape.text if sign.isprintable()))
    return (
        f'<text x="{shape.x:.1f}" y="{shape.y:.1f}" fill="{INK}" text-anchor="{shape.anchor}"'
        f' dominant-baseline="central">{text}</text>'
    )


def wide(text: str) -> float:
    """About how wide words are, in pixels.

    >>> wide("年"), wide("ab")
    (13.0, 15.0)
    """
    return float(sum(SIZE if unicodedata.east_asian_width(sign) in "WFA" else 7.5 for sign in text))


def fitted(text: str, room: float) -> str:
    """Words cut so that they take no more room than there is.

    >>> fitted("党风廉政建设", 40)
    '党风…'
    """
    if wide(text) <= room + 0.5:
        return text
    kept = ""
    for sign in text:
        if wide(kept + sign) + SIZE > room:
            break
        kept += sign
    return kept + "…"
