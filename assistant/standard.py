"""Measures of a page: GB/T 9704-2012 for Chinese documents, a plain A4 page for English ones.

Lengths are millimetres, type is points, indents are characters of body type. The paragraph of the
standard is named beside each measure. What the standard leaves open is decided here and said so.
"""

from dataclasses import dataclass
from math import floor
from typing import Final, Literal

Language = Literal["zh", "en"]

TWIPS_PER_MM: Final = 1440 / 25.4
GRID_UNIT: Final = 4096
"""``w:charSpace`` counts 1/4096 of a point."""
SIGNATURE_RIGHT: Final = 2
"""7.3.5.2: the signature stands two characters from the right edge."""
DATE_SHIFT: Final = 2
"""7.3.5.2: the date begins two characters right of where the signature begins."""


@dataclass(frozen=True, slots=True)
class Face:
    """A typeface at a size."""

    font: str
    size: float
    """Points: 2号 is 22, 3号 is 16, 4号 is 14."""
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """Paper, type area and faces of one kind of document."""

    top: float
    bottom: float
    left: float
    right: float
    footer: float
    """From the paper's lower edge to the page number."""
    lines: int
    """Lines of a page; 0 for a page without a grid."""
    characters: int
    """Characters of a line; 0 for a page without a grid."""
    leading: float
    """Points from line to line."""
    title: Face
    subtitle: Face
    headings: tuple[Face, Face, Face, Face]
    """Of the marks 一、 （一） 1. （1）."""
    body: Face
    number: Face
    """Of the page number."""
    indent: int
    """Characters by which a paragraph's first line is indented."""
    number_form: tuple[str, str]
    """What stands before and behind the page number."""
    condensed: float
    """Points by which each character is set narrower, so that a line's characters fit."""
    odd_even: bool
    """Whether odd pages are numbered at the right and even ones at the left."""
    width: float = 210
    height: float = 297

    @property
    def text_width(self) -> float:
        """Width of the type area."""
        return self.width - self.left - self.right

    @property
    def text_height(self) -> float:
        """Height of the type area."""
        return self.height - self.top - self.bottom

    @property
    def title_characters(self) -> int:
        """Characters of a title's line; 0 for a page without a grid."""
        points = self.text_width * TWIPS_PER_MM / 20
        return floor(points / (self.title.size - self.condensed)) if self.characters else 0

    @property
    def line_pitch(self) -> int:
        """The widest ``w:linePitch`` (twips) at which ``lines`` lines fit the type area."""
        return floor(self.text_height * TWIPS_PER_MM / self.lines)

    @property
    def char_space(self) -> int:
        """The widest ``w:charSpace`` at which ``characters`` characters of body type fit a line."""
        pitch = self.text_width * TWIPS_PER_MM / 20 / self.characters
        return floor((pitch - self.body.size) * GRID_UNIT)


_BODY: Final = Face("仿宋_GB2312", 16)
CHINESE: Final = Page(
    top=37, bottom=35, left=28, right=26,  # 5.2.1: 37 mm, 28 mm, type area 156 mm by 225 mm
    footer=24.5,  # 7.5: the number's dashes 7 mm under the type area
    lines=22, characters=28, leading=28.95,  # 5.2.3: 22 lines of 28 characters
    title=Face("方正小标宋简体", 22),  # 7.3.1: 2号小标宋
    subtitle=Face("楷体_GB2312", 16),
    headings=(Face("黑体", 16), Face("楷体_GB2312", 16), Face("仿宋_GB2312", 16, bold=True), _BODY),
    body=_BODY,  # 5.2.2: 3号仿宋; figures and Latin letters too, which the standard does not part
    number=Face("宋体", 14),  # 7.5: 4号半角宋体
    indent=2,  # 7.3.3: 每个自然段左空二字
    number_form=("— ", " —"), odd_even=True, condensed=0.3,  # 28 × (16 − 0.3) pt fit 156 mm
)  # fmt: skip
"""7.3.3 gives 仿宋 to the third and fourth rank; 1. is set bold as offices do, （1） is not."""

ENGLISH: Final = Page(
    top=25.4, bottom=25.4, left=25.4, right=25.4, footer=12.7, lines=0, characters=0, leading=18,
    title=Face("Times New Roman", 18, bold=True), subtitle=Face("Times New Roman", 12),
    headings=(
        Face("Times New Roman", 14, bold=True), Face("Times New Roman", 12, bold=True),
        Face("Times New Roman", 12, bold=True), Face("Times New Roman", 12, bold=True),
    ),
    body=Face("Times New Roman", 12), number=Face("Times New Roman", 10), indent=0,
    number_form=("", ""), odd_even=False, condensed=0,
)  # fmt: skip


def page_of(language: Language) -> Page:
    """The page that documents of a language are set on."""
    return CHINESE if language == "zh" else ENGLISH


def language_of(text: str) -> Language:
    """``en`` where fewer than one letter in five is Chinese; ``zh`` for a text without letters.

    >>> language_of("2024年工作总结"), language_of("Annual report of the library"), language_of("12")
    ('zh', 'en', 'zh')
    """
    letters = sum(mark.isalpha() for mark in text)
    chinese = sum("\u3400" <= mark <= "\u9fff" for mark in text)
    return "en" if letters and chinese * 5 < letters else "zh"


def width_of(text: str) -> float:
    """Width of a line in characters: ASCII takes half of one.

    >>> width_of("2024年12月31日")
    7.0
    """
    return sum(0.5 if mark.isascii() else 1.0 for mark in text)


def closing_indents(signature: str, date: str) -> tuple[float, float]:
    """Right indents, in characters, of signature and date where no seal is set (7.3.5.2).

    The date begins two characters right of where the signature begins, and neither comes nearer to the
    right edge than two characters.

    >>> closing_indents("青禾市人民政府办公室", "2024年1月5日")
    (2.0, 4.0)
    """
    if not signature:
        return SIGNATURE_RIGHT, 2.0 * SIGNATURE_RIGHT
    wider = width_of(signature) - width_of(date)
    right = max(float(SIGNATURE_RIGHT), SIGNATURE_RIGHT + DATE_SHIFT - wider)
    return right, right + wider - DATE_SHIFT
