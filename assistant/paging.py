"""An empty Word document -> one with the page, grid, styles and page numbers of a ``Page``.

The grid is stated for Word's page setup, but no paragraph is snapped to it: LibreOffice gives a 16 pt
character two cells of a grid that is narrower than 16 pt. Type is condensed and led to the same measure
instead, so that every program sets 22 lines of 28 characters.
"""

from typing import Any, Final

from assistant.standard import Face, Language, Page

_COMPATIBILITY: Final = "http://schemas.microsoft.com/office/word"


def set_page(document: Any, page: Page, language: Language) -> None:
    """Set paper, margins, grid, styles, page numbers and language of a document that is still empty."""
    _settings(document, page)
    _defaults(document, page, language)
    _styles(document, page)
    section = document.sections[0]
    _measures(section, page)
    if page.lines:
        _grid(section, page)
    _footers(section, page)
    document.core_properties.author = ""
    document.core_properties.comments = ""


def _settings(document: Any, page: Page) -> None:
    """Odd and even footers, and the layout of present-day Word instead of Word 2007's."""
    from docx.oxml.ns import qn

    document.settings.odd_and_even_pages_header_footer = page.odd_even
    root = document.settings.element
    for tongue in root.findall(qn("w:themeFontLang")):
        tongue.set(qn("w:eastAsia"), "zh-CN")  # the empty document that python-docx brings is Japanese
    compat = root.find(qn("w:compat"))
    if compat is None:
        return
    for old in compat.findall(qn("w:compatSetting")):
        if old.get(qn("w:name")) == "compatibilityMode":
            compat.remove(old)
    compat.append(_element("compatSetting", name="compatibilityMode", uri=_COMPATIBILITY, val="15"))


def _defaults(document: Any, page: Page, language: Language) -> None:
    """The document's own face and language; faces of the template's theme would win over names."""
    from docx.oxml.ns import qn

    defaults = document.styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault")).find(qn("w:rPr"))
    _fonts(defaults, page.body)
    tongue = defaults.find(qn("w:lang"))
    if tongue is None:
        tongue = _element("lang")
        defaults.append(tongue)
    tongue.set(qn("w:val"), "en-US" if language == "zh" else "en-GB")
    tongue.set(qn("w:eastAsia"), "zh-CN")


def _styles(document: Any, page: Page) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
    from docx.oxml.ns import qn

    normal = document.styles["Normal"]
    _style(normal, page.body, page)
    normal.paragraph_format.alignment = ALIGN.JUSTIFY if page.lines else ALIGN.LEFT
    _switch_off(normal, "overflowPunct", "autoSpaceDE", "autoSpaceDN")
    if page.condensed:
        narrower = _element("spacing", val=str(round(-20 * page.condensed)))
        normal.element.get_or_add_rPr().append(narrower)
    _style(document.styles["Body Text"], page.body, page, first=page.indent)
    for rank, face in enumerate(page.headings, 1):
        _style(document.styles[f"Heading {rank}"], face, page, first=page.indent)
        document.styles[f"Heading {rank}"].paragraph_format.keep_with_next = True
    for name, face in (("Title", page.title), ("Subtitle", page.subtitle)):
        _style(document.styles[name], face, page)
        document.styles[name].paragraph_format.alignment = ALIGN.CENTER
    _title(document.styles["Title"], page)
    for style in document.styles.element.iter(qn("w:style")):
        _order(style)


def _title(style: Any, page: Page) -> None:
    """A title's lines are led wider than the body's."""
    from docx.oxml.ns import qn
    from docx.shared import Pt

    properties = style.element.get_or_add_pPr()
    for border in properties.findall(qn("w:pBdr")):
        properties.remove(border)
    style.paragraph_format.line_spacing = Pt(page.title.size * 1.5)


def _style(style: Any, face: Face, page: Page, first: int = 0) -> None:
    from docx.enum.text import WD_LINE_SPACING
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    rpr = style.element.get_or_add_rPr()
    for old in list(rpr):
        rpr.remove(old)
    _fonts(rpr, face)
    style.font.size, style.font.bold, style.font.italic = Pt(face.size), face.bold, False
    style.font.color.rgb = RGBColor(0, 0, 0)
    form = style.paragraph_format
    form.space_before = form.space_after = Pt(0) if page.lines else Pt(6)
    form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(page.leading)
    _switch_off(style, "snapToGrid")
    form.keep_with_next = form.keep_together = form.widow_control = False
    if first:
        ind = style.element.get_or_add_pPr().get_or_add_ind()
        ind.set(qn("w:firstLineChars"), str(first * 100))
        ind.set(qn("w:firstLine"), str(round(first * page.body.size * 20)))


def _fonts(rpr: Any, face: Face) -> None:
    """The face in Word's four slots, none of them left to the theme."""
    from docx.oxml.ns import qn

    fonts = rpr.find(qn("w:rFonts"))
    if fonts is None:
        fonts = _element("rFonts")
        rpr.insert(0, fonts)
    fonts.attrib.clear()
    for slot in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{slot}"), face.font)


def _switch_off(style: Any, *names: str) -> None:
    for name in names:
        style.element.get_or_add_pPr().append(_element(name, val="0"))


def _measures(section: Any, page: Page) -> None:
    from docx.enum.section import WD_ORIENT
    from docx.shared import Mm

    section.orientation = WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(page.width), Mm(page.height)
    section.top_margin, section.bottom_margin = Mm(page.top), Mm(page.bottom)
    section.left_margin, section.right_margin = Mm(page.left), Mm(page.right)
    section.header_distance, section.footer_distance, section.gutter = Mm(15), Mm(page.footer), Mm(0)


def _grid(section: Any, page: Page) -> None:
    from docx.oxml.ns import qn

    grid = section._sectPr.find(qn("w:docGrid"))
    if grid is None:
        grid = _element("docGrid")
        section._sectPr.append(grid)
    grid.attrib.clear()
    grid.set(qn("w:type"), "linesAndChars")
    grid.set(qn("w:linePitch"), str(page.line_pitch))
    grid.set(qn("w:charSpace"), str(page.char_space))


def _footers(section: Any, page: Page) -> None:
    """Page numbers: odd pages at the right, even ones at the left, one character in; else centred."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN

    if not page.odd_even:
        _number(section.footer, page, ALIGN.CENTER, "")
        return
    _number(section.footer, page, ALIGN.RIGHT, "right")
    _number(section.even_page_footer, page, ALIGN.LEFT, "left")


def _number(footer: Any, page: Page, alignment: Any, side: str) -> None:
    from docx.oxml.ns import qn

    footer.is_linked_to_previous = False
    paragraph = footer.paragraphs[0]
    paragraph.alignment = alignment
    if side:
        ind = paragraph._p.get_or_add_pPr().get_or_add_ind()
        ind.set(qn(f"w:{side}Chars"), "100")
        ind.set(qn(f"w:{side}"), str(round(page.number.size * 20)))
    before, behind = page.number_form
    for piece in (before, None, behind):
        if piece is None:
            _field(paragraph, page)
        elif piece:
            _dressed(paragraph, page).text = piece


def _field(paragraph: Any, page: Page) -> None:
    """The number itself, which Word fills in."""
    for kind in ("begin", "code", "separate", "shown", "end"):
        run = _dressed(paragraph, page)
        if kind == "shown":
            run.text = "1"
        elif kind == "code":
            code = _element("instrText")
            code.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            code.text = " PAGE "
            run._r.append(code)
        else:
            run._r.append(_element("fldChar", fldCharType=kind))


def _dressed(paragraph: Any, page: Page) -> Any:
    from docx.shared import Pt

    run = paragraph.add_run()
    run.font.size = Pt(page.number.size)
    _fonts(run._r.get_or_add_rPr(), page.number)
    return run


def _element(tag: str, **values: str) -> Any:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    element = OxmlElement(f"w:{tag}")
    for name, value in values.items():
        element.set(qn(f"w:{name}"), value)
    return element


_ORDER: Final = {
    "pPr": """pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr
        shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN
        bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc
        textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange""",
    "rPr": """rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof
        snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText
        vertAlign rtl cs em lang eastAsianLayout specVanish oMath""",
}
"""Children of a style's properties in the order of Word's schema (an ``xsd:sequence``)."""


def _order(style: Any) -> None:
    """Put the children of a style's properties in the order Word's schema demands."""
    from docx.oxml.ns import qn

    for tag, names in _ORDER.items():
        places = {qn(f"w:{name}"): place for place, name in enumerate(names.split())}
        for properties in style.findall(qn(f"w:{tag}")):
            properties[:] = sorted(properties, key=lambda child: places.get(child.tag, len(places)))
