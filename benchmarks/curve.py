"""Numbers -> a plotted curve as SVG, with a logarithmic axis below and two panels side by side."""

import math
from collections.abc import Mapping, Sequence
from html import escape

Points = Sequence[tuple[float, float]]
COLOURS = ("#9b1c1c", "#1d4e89", "#3b7a57", "#8a6d1f")
WIDTH, HEIGHT, LEFT, TOP, BOTTOM = 420, 260, 52, 34, 44


def panel(title: str, across: str, up: str, lines: Mapping[str, Points], limit: float | None = None) -> str:
    """One plot: a line for each name; ``limit`` is drawn dashed."""
    xs = [x for points in lines.values() for x, _ in points]
    top = max([y for points in lines.values() for _, y in points] + [limit or 0]) * 1.1 or 1.0
    low, high = math.log10(min(xs)), math.log10(max(xs)) + 1e-9

    def place(x: float, y: float) -> str:
        wide, tall = WIDTH - LEFT - 16, HEIGHT - TOP - BOTTOM
        return f"{LEFT + wide * (math.log10(x) - low) / (high - low):.1f},{TOP + tall * (1 - y / top):.1f}"

    parts = [_text(LEFT, 18, title, "start", "bold"), _text(WIDTH / 2, HEIGHT - 6, across)]
    parts.append(_text(LEFT, TOP - 4, up, "start"))
    for y in (0.0, top / 2, top):
        x0, y0 = place(10**low, y).split(",")
        x1, _ = place(10**high, y).split(",")
        parts.append(
            f'<path d="M{x0} {y0}H{x1}" stroke="#ddd"/>' + _text(LEFT - 6, float(y0) + 4, f"{y:.0f}", "end")
        )
    for power in range(math.ceil(low), math.floor(high) + 1):
        x0, y0 = place(10**power, 0).split(",")
        parts.append(_text(float(x0), float(y0) + 16, f"{10**power:,}"))
    if limit is not None:
        start, end = place(10**low, limit), place(10**high, limit)
        parts.append(f'<polyline points="{start} {end}" stroke="#888" stroke-dasharray="5 4" fill="none"/>')
    for order, (name, points) in enumerate(lines.items()):
        colour = COLOURS[order % len(COLOURS)]
        line = " ".join(place(x, y) for x, y in points)
        parts.append(f'<polyline points="{line}" stroke="{colour}" stroke-width="2" fill="none"/>')
        parts.append(_text(LEFT + 10, TOP + 14 + 15 * order, name, "start", colour=colour))
    return "\n".join(parts)


def drawn(panels: Sequence[str]) -> str:
    """The panels side by side as one SVG file."""
    inside = "\n".join(
        f'<g transform="translate({place * WIDTH} 0)">{each}</g>' for place, each in enumerate(panels)
    )
    size = f'width="{WIDTH * len(panels)}" height="{HEIGHT}"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} font-family="sans-serif" font-size="11">\n'
        f'<rect width="100%" height="100%" fill="white"/>\n{inside}\n</svg>\n'
    )


def _text(
    x: float, y: float, words: str, anchor: str = "middle", weight: str = "normal", colour: str = "#333"
) -> str:
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" font-weight="{weight}" fill="{colour}">'
        f"{escape(words)}</text>"
    )
