"""A page of a PDF -> its characters with their places; drawings and pictures are passed over.

``pdfplumber`` looks at every property of every character, which is half the time a page takes.
"""

from typing import Any, Final

from pdfminer.converter import PDFLayoutAnalyzer
from pdfminer.layout import LTChar, LTContainer, LTPage
from pdfminer.pdfinterp import PDFPageInterpreter

MOST_ON_A_PAGE: Final = 30_000
"""Characters of one page; an official page holds 616, a page of a newspaper 15,000."""
MOST_DRAWN: Final = 200_000
"""Lines and areas drawn on one page."""
MOST: Final = 2_000_000
"""Characters of one file; a report has 20,000, a book of 800 dense pages 1.6 million."""


class Flood(Exception):
    """A page or a file holds more characters than any report."""


class Glyphs(PDFLayoutAnalyzer):  # type: ignore[misc]
    """Gathers the characters of the page that is being drawn."""

    def __init__(self, resources: Any) -> None:
        super().__init__(resources, laparams=None)
        self._interpreter = PDFPageInterpreter(resources, self)
        self._page: LTPage | None = None
        self._all = self._here = self._drawn = 0

    def of(self, page: Any) -> tuple[list[dict[str, Any]], float]:
        """The upright characters of a page, ``top`` counted from its upper edge, and its height.

        Args:
            page: A page as ``pdfplumber`` gives it.

        Raises:
            Flood: there are too many characters.
        """
        self._page, self._here, self._drawn = None, 0, 0
        self._interpreter.process_page(page.page_obj)
        if self._page is None:
            return [], 1.0
        height = float(self._page.height)
        return [_glyph(char, height) for char in _chars(self._page) if char.upright], height

    def receive_layout(self, ltpage: LTPage) -> None:
        """Keep the page, now that all of it is drawn."""
        self._page = ltpage

    def render_char(self, *told: Any, **named: Any) -> float:
        """Take in one character."""
        self._here += 1
        self._all += 1
        if self._here > MOST_ON_A_PAGE or self._all > MOST:
            raise Flood
        return float(super().render_char(*told, **named))

    def paint_path(self, *_told: Any, **_named: Any) -> None:
        """Pass over a drawing.

        Raises:
            Flood: the page has more of them than any picture.
        """
        self._drawn += 1
        if self._drawn > MOST_DRAWN:
            raise Flood

    def render_image(self, *_told: Any, **_named: Any) -> None:
        """Pass over a picture."""


def _chars(container: LTContainer[Any]) -> list[LTChar]:
    found: list[LTChar] = []
    for part in container:
        if isinstance(part, LTChar):
            found.append(part)
        elif isinstance(part, LTContainer):
            found += _chars(part)
    return found


def _glyph(char: LTChar, height: float) -> dict[str, Any]:
    return {
        "text": char.get_text(), "x0": char.x0, "x1": char.x1, "size": char.size,
        "top": height - char.y1, "bottom": height - char.y0,
    }  # fmt: skip
