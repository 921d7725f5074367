import json

import docx
import pytest

from index.reading.child import main


@pytest.fixture
def said(capsys, monkeypatch):
    """What the child prints, run here without taking limits upon this process."""
    monkeypatch.setattr("index.reading.child.limit", lambda *_: None)

    def run(reader, path):
        main([reader, str(path), path.name, "10", "1000000000"])
        return json.loads(capsys.readouterr().out)

    return run


def test_the_child_prints_the_manuscript(tmp_path, said):
    document = docx.Document()
    document.add_heading("工作情况", 1)
    document.save(tmp_path / "a.docx")
    assert said("docx", tmp_path / "a.docx") == {"paragraphs": [["工作情况", 1]], "notes": []}


def test_the_child_prints_the_refusal(tmp_path, said):
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7 nothing")
    assert said("pdf", tmp_path / "a.pdf")["code"] in ("file_broken", "pdf_scanned")


@pytest.mark.parametrize(("error", "code"), [(MemoryError, "file_slow"), (RecursionError, "file_broken")])
def test_whatever_a_parser_raises_is_a_refusal(tmp_path, said, monkeypatch, error, code):
    def fail(*_):
        raise error

    monkeypatch.setattr("index.reading.child.read", fail)
    assert said("docx", tmp_path / "a.docx")["code"] == code
