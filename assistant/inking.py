"""Text -> runs of a Word paragraph in a face; blanks stand on a yellow ground."""

import re
from typing import Any, Final

from assistant.standard import Face, Page

BLANK: Final = re.compile(r"【待补充[^【】\n]*】|〔待补充[^〔〕\n]*〕|\[to be added[^\]\n]*\]", re.IGNORECASE)
"""A visible blank; set on a yellow ground so that no reader takes it for text."""
_UNFIT: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that no XML file can hold."""


def fit(text: str) -> str:
    """A text without the characters that no Word file can hold."""
    return _UNFIT.sub("", text)


def write(paragraph: Any, text: str, face: Face) -> None:
    """Add a text to a paragraph."""
    from docx.enum.text import WD_COLOR_INDEX

    at = 0
    text = fit(text)
    for found in [*BLANK.finditer(text), None]:
        plain, blank = text[at : found.start() if found else len(text)], found.group() if found else ""
        at = found.end() if found else len(text)
        for piece, marked in ((plain, False), (blank, True)):
            if piece:
                run = paragraph.add_run(piece)
                dress(run, face)
                if marked:
                    run.font.highlight_color = WD_COLOR_INDEX.YELLOW


def dress(run: Any, face: Face) -> None:
    """Give a run a face in all four of Word's slots."""
    from docx.oxml.ns import qn
    from docx.shared import Pt

    run.font.name = face.font
    run.font.size = Pt(face.size)
    if face.bold:
        run.font.bold = True
    fonts = run._r.get_or_add_rPr().get_or_add_rFonts()
    fonts.set(qn("w:eastAsia"), face.font)
    fonts.set(qn("w:cs"), face.font)
    if not face.font.isascii() or face.font.startswith("FangSong"):
        fonts.set(qn("w:hint"), "eastAsia")


def indent(paragraph: Any, page: Page, first: float = 0, right: float = 0) -> None:
    """Indent in characters, with the measure in twips for programs that know no characters."""
    from docx.oxml.ns import qn

    ind = paragraph._p.get_or_add_pPr().get_or_add_ind()
    for name, chars in (("firstLine", first), ("right", right)):
        if chars:
            ind.set(qn(f"w:{name}Chars"), str(round(chars * 100)))
            ind.set(qn(f"w:{name}"), str(round(chars * page.body.size * 20)))
