r"""Rich text file -> manuscript: its words, list numbers as they stand; fonts, pictures, notes left out.

Control words follow the Rich Text Format specification 1.9.1: ``\uN`` is a character followed by
``\ucN`` characters for readers that know no Unicode; ``\'hh`` is a byte in the file's code page.
"""

import re
from typing import Final

from index.errors import ShelfError
from index.types import Manuscript, Paragraph

TOKEN = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?\d{1,9})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z])|([{}])|[\r\n]+|([^\\{}\r\n]+)"
)
SKIPPED: Final = frozenset(
    b"fonttbl colortbl stylesheet info pict object header headerl headerr headerf"
    b" footer footerl footerr footerf"
    b" footnote annotation listtable listoverridetable revtbl rsidtbl generator themedata xmlnstbl bkmkstart"
    b" bkmkend fldinst deleted v".split()
)
"""Groups that are no text, and deleted or hidden text."""
SIGNS: Final = {
    b"par": "\n", b"line": "\n", b"sect": "\n", b"page": "\n", b"row": "\n", b"tab": "\t", b"cell": " | ",
    b"emdash": "—", b"endash": "–", b"lquote": "‘", b"rquote": "’", b"ldblquote": "“", b"rdblquote": "”",
}  # fmt: skip
ESCAPED: Final = {b"~": " ", b"_": "-", b"\\": "\\", b"{": "{", b"}": "}", b"\n": "\n", b"\r": "\n"}


def read_rtf(data: bytes, name: str) -> Manuscript:
    """The paragraphs of a rich text file.

    Raises:
        ShelfError: ``file_broken`` where the file is no rich text.
    """
    if not data.lstrip().startswith(b"{\\rtf"):
        raise ShelfError("file_broken", file=name, suffix=".rtf")
    lines = Reading(data).text().split("\n")
    return Manuscript(tuple(Paragraph(line.strip(" |")) for line in lines if line.strip(" |\t")))


class Reading:
    """One pass over a file's control words and text."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        page = re.search(rb"\\ansicpg(\d{3,5})", data[:4096])
        self._page = "big5" if page and page[1] == b"950" else "gb18030"
        self._out: list[str] = []
        self._bytes = bytearray()  # of the code page, not decoded yet
        self._groups: list[tuple[bool, int]] = []
        self._silent, self._uc, self._pass = False, 1, 0

    def text(self) -> str:
        """The file's words."""
        for found in TOKEN.finditer(self._data):
            word, number, code, sign, brace, plain = found.groups()
            if brace:
                self._brace(brace)
            elif word:
                self._word(word, int(number) if number else None)
            elif sign == b"*":
                self._silent = True
            elif not self._silent:
                self._characters(bytes.fromhex(code.decode()) if code else plain, sign)
        self._say("")
        return "".join(self._out).encode("utf-16", "surrogatepass").decode("utf-16", "replace")

    def _brace(self, brace: bytes) -> None:
        self._pass = 0
        if brace == b"{":
            self._groups.append((self._silent, self._uc))
        elif self._groups:
            self._silent, self._uc = self._groups.pop()

    def _word(self, word: bytes, number: int | None) -> None:
        if word == b"uc":
            self._uc = max(0, number or 0)
        elif word in SKIPPED and number != 0:
            self._silent = True
        elif self._silent:
            return
        elif word == b"u" and number is not None:
            self._say(chr(number % 65536))
            self._pass = self._uc
        elif word in SIGNS:
            self._say(SIGNS[word])

    def _characters(self, codes: bytes | None, sign: bytes | None) -> None:
        if sign is not None:
            self._say(ESCAPED.get(sign, ""))
        elif codes:
            passed = min(self._pass, len(codes))
            self._pass -= passed
            self._bytes += codes[passed:]

    def _say(self, text: str) -> None:
        if self._bytes:
            self._out.append(self._decoded())
            self._bytes.clear()
        self._out.append(text)

    def _decoded(self) -> str:
        try:
            return self._bytes.decode(self._page)
        except UnicodeDecodeError:
            return self._bytes.decode("cp1252", "replace")
