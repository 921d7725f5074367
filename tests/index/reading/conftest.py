"""Writes small PDF files by hand: one font, its codes are UTF-16, 16 points a Chinese character."""

import pytest

LEFT, TOP, PITCH, SIZE = 90, 740, 28, 16
UNICODE = (
    b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def\n"
    b"1 begincodespacerange <0000> <FFFF> endcodespacerange\n%s\n"
    b"endcmap CMapName currentdict /CMap defineresource pop end end"
)


def spots(page):
    """(x, y, size, text) of the lines; a line may name its own place."""
    for row, line in enumerate(page):
        yield line if isinstance(line, tuple) else (LEFT, TOP - PITCH * row, SIZE, line)


def drawing(page):
    """The page's content stream."""
    parts = []
    for x, y, size, text in spots(page):
        code = text.encode("utf-16-be").hex()
        parts.append(f"BT /F1 {size} Tf 1 0 0 1 {x} {y} Tm <{code}> Tj ET")
    return "\n".join(parts).encode()


def stream(data, more=b""):
    return b"<< /Length %d %s >> stream\n%s\nendstream" % (len(data), more, data)


def pdf_bytes(pages, mapped=True, trailer=b""):
    """A PDF of the given pages, each a list of lines."""
    marks = sorted({mark for page in pages for *_, text in spots(page) for mark in text})
    ranges = [b"<%04x> <%04x>" % (ord(mark), ord(mark)) for mark in marks]
    blocks = [ranges[at : at + 100] for at in range(0, len(ranges), 100)]
    table = b"\n".join(b"%d beginbfchar %s endbfchar" % (len(b), b" ".join(b)) for b in blocks)
    to_unicode = b"/ToUnicode 5 0 R" if mapped else b""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [%s] /Count %d >>"
        % (b" ".join(b"%d 0 R" % (6 + 2 * at) for at in range(len(pages))), len(pages)),
        b"<< /Type /Font /Subtype /Type0 /BaseFont /Song /Encoding /Identity-H "
        b"/DescendantFonts [4 0 R] %s >>" % to_unicode,
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Song /DW 1000 "
        b"/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>",
        stream(UNICODE % table),
    ]
    for at, page in enumerate(pages):
        objects += [
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R >> >> >>" % (7 + 2 * at),
            stream(drawing(page)),
        ]
    return assembled(objects, trailer)


def assembled(objects, trailer):
    out, places = b"%PDF-1.5\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(places) + 1
    out_of_use = b"xref\n0 %d\n0000000000 65535 f \n" % size
    root = b"trailer << /Size %d /Root 1 0 R %s >>\n" % (size, trailer)
    return out + out_of_use + table + root + b"startxref\n%d\n%%%%EOF\n" % len(out)


@pytest.fixture
def pdf(tmp_path):
    """Writes a PDF of the given pages and gives its path."""

    def write(*pages, **wishes):
        path = tmp_path / "样稿.pdf"
        path.write_bytes(pdf_bytes(pages, **wishes))
        return path

    return write
