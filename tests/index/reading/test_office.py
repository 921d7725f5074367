"""LibreOffice is played by a script that is put on PATH."""

import stat
import sys
import time

import docx
import pytest

from index.reading.office import converted
from index.reading.reading import read
from tests.index.reading.olefile import word

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a shell script")


@pytest.fixture
def soffice(tmp_path, monkeypatch):
    """Puts a soffice on PATH that runs the given shell line; $OUT and $IN are set for it."""

    def write(line):
        folder = tmp_path / "bin"
        folder.mkdir()
        script = folder / "soffice"
        find = 'for a in "$@"; do IN="$a"; [ "$before" = --outdir ] && OUT="$a"; before="$a"; done\n'
        script.write_text(f"#!/bin/sh\n{find}{line}\n")
        script.chmod(script.stat().st_mode | stat.S_IXUSR)
        monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")

    return write


def made(tmp_path):
    document = docx.Document()
    document.add_heading("一、总体情况", 1)
    document.save(tmp_path / "made.docx")
    return tmp_path / "made.docx"


def test_a_document_is_read_as_libreoffice_converts_it(tmp_path, soffice):
    soffice(f'cp "{made(tmp_path)}" "$OUT/source.docx"')
    path = tmp_path / "--旧 稿.doc"
    path.write_bytes(word("一、总体情况\r"))
    manuscript = read(path)
    assert [(p.text, p.level) for p in manuscript.paragraphs] == [("一、总体情况", 1)]
    assert manuscript.notes == ("note_office",)


@pytest.mark.parametrize("line", ["exit 1", "true", 'echo broken > "$OUT/source.docx"'])
def test_a_conversion_that_fails_leaves_the_work_to_our_reader(tmp_path, soffice, line):
    soffice(line)
    path = tmp_path / "旧.doc"
    path.write_bytes(word("全年学习。\r"))
    assert read(path).notes == ("note_doc",)


def test_a_conversion_that_hangs_is_ended_with_what_it_started(tmp_path, soffice):
    soffice("sleep 60 & sleep 60")
    path = tmp_path / "旧.doc"
    path.write_bytes(b"x")
    begun = time.monotonic()
    (tmp_path / "out").mkdir()
    assert converted(path, tmp_path / "out", time_s=0.3) is None
    assert time.monotonic() - begun < 30


def test_without_libreoffice_nothing_is_converted(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    assert converted(tmp_path / "旧.doc", tmp_path) is None
