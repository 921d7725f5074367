"""Word file -> its footnotes and endnotes by the id a reference names."""

from typing import Any, Final

from index.reading.numbering import W

KINDS: Final = {W + "footnoteReference": "footnote", W + "endnoteReference": "endnote"}
SIGN: Final = "注："
"""How a note begins as a paragraph of its own; its words never stand inside the sentence they explain."""


def notes_of(document: Any) -> dict[tuple[str, str], Any]:
    """The note elements of a file by (kind, id); separators between text and notes are none."""
    from docx.oxml.parser import parse_xml

    found: dict[tuple[str, str], Any] = {}
    for relation in document.part.rels.values():
        kind = relation.reltype.rsplit("/", 1)[-1].removesuffix("s")
        if kind in KINDS.values() and not relation.is_external:
            for note in parse_xml(relation.target_part.blob).findall(W + kind):
                if note.get(W + "type", "normal") == "normal":
                    found[kind, note.get(W + "id", "")] = note
    return found
