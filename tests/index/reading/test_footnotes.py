"""Notes of a Word file, found by their ids."""

import docx

from index.reading.footnotes import notes_of


def test_a_file_without_notes_has_none(tmp_path):
    assert notes_of(docx.Document()) == {}
