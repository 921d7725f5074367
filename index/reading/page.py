"""Web page -> manuscript: its headings and paragraphs; menus, scripts, forms and hidden parts left out."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from itertools import groupby
from typing import Final

from index.reading.encoding import text_of
from index.types import Manuscript, Paragraph

BLOCKS = re.compile(
    "address|article|aside|blockquote|body|br|caption|dd|div|dl|dt|fig(?:caption|ure)|h[1-6]|hr|html|li|main|ol|p"
    "|pre|section|table|tbody|tfoot|thead|title|tr|ul"
)
SKIPPED = re.compile(
    "script|style|noscript|template|head|nav|form|button|select|option|textarea|svg|iframe|object"
)
"""What is no text of the page. Their end tags are not optional, so each one opened is closed."""
ROWS: Final = ("tr", "table", "tbody", "body", "html")
LAYOUT_CELL: Final = 120
"""Characters from which a cell of several paragraphs is layout, not data."""
HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
MENU_ITEM: Final = 16
"""Characters of the longest line that, all a link, may be an item of a menu."""
MENU: Final = 2
"""Such lines in a row that are a menu."""
SPACES = re.compile(r"[ \t\r\n\f]+")


def read_page(data: bytes, name: str) -> Manuscript:
    """The paragraphs of an HTML file.

    Raises:
        ShelfError: the bytes are no text or in no known encoding.
    """
    text, notes = text_of(data, name)
    page = Page()
    page.feed(text)
    page.close()
    page.end()
    return Manuscript(tuple(_without_menus(page.paragraphs, page.linked)), notes)


def _without_menus(paragraphs: list[Paragraph], linked: set[int]) -> Iterator[Paragraph]:
    """The paragraphs without runs of short ones that are links and nothing else."""
    for menu, run in groupby(paragraphs, key=lambda one: id(one) in linked and len(one.text) <= MENU_ITEM):
        items = list(run)
        if not menu or len(items) < MENU:
            yield from items


class Page(HTMLParser):
    """Gathers a page's paragraphs while its tags go by."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.paragraphs: list[Paragraph] = []
        self.linked: set[int] = set()
        """Identities of the paragraphs whose words all are a link's."""
        self._words: list[str] = []
        self._in_link = False
        self._unlinked = False  # whether the paragraph under way has words outside links
        self._row: list[list[Paragraph]] = []  # the cells of the table row under way
        self._level = 0
        self._skipped = ""  # the tag whose content is being passed over
        self._depth = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a paragraph, a heading or a part to pass over."""
        if self._skipped:
            self._depth += tag == self._skipped
            return
        self._in_link = tag == "a" or self._in_link and not BLOCKS.fullmatch(tag)
        style = next((value or "" for key, value in attrs if key == "style"), "")
        if SKIPPED.fullmatch(tag) or tag in ("div", "span", "p") and HIDDEN.search(style):
            self._skipped, self._depth = tag, 1
        elif tag in ("td", "th"):
            self.end(row=False)
            self._row.append([])
        elif BLOCKS.fullmatch(tag):
            self.end(row=tag in ROWS)
            self._level = int(tag[1]) if re.fullmatch("h[1-6]", tag) else 0

    def handle_endtag(self, tag: str) -> None:
        """End a paragraph, a heading or a part passed over."""
        if self._skipped:
            self._depth -= tag == self._skipped
            if not self._depth:
                self._skipped = ""
        elif BLOCKS.fullmatch(tag):
            self.end(row=tag in ROWS)
        if tag == "a":
            self._in_link = False

    def handle_data(self, data: str) -> None:
        """Take in words."""
        if not self._skipped:
            self._words.append(data)
            self._unlinked |= not self._in_link and bool(data.strip(" \t\r\n|·>"))

    def end(self, row: bool = True) -> None:
        """Close the paragraph under way, and the table row if it ends too."""
        text = SPACES.sub(" ", "".join(self._words)).strip(" ")
        if text:
            paragraph = Paragraph(text, self._level)
            (self._row[-1] if self._row else self.paragraphs).append(paragraph)
            if not self._unlinked and not self._level:
                self.linked.add(id(paragraph))
        self._words, self._level, self._unlinked = [], 0, False
        if row and self._row:
            self.paragraphs += row_of(self._row)
            self._row = []


def row_of(cells: list[list[Paragraph]]) -> list[Paragraph]:
    """A table row as one paragraph; as its cells' own where the table only lays out the page."""
    filled = [cell for cell in cells if cell]
    layout = any(len(cell) > 1 and sum(len(part.text) for part in cell) > LAYOUT_CELL for cell in filled)
    if layout or len(filled) < 2:
        return [part for cell in filled for part in cell]
    return [Paragraph(" | ".join(" ".join(part.text for part in cell) for cell in filled))]
