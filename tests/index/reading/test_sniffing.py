import tomllib
import zipfile
from importlib.resources import files

import pytest

from index.errors import ShelfError
from index.reading.sniffing import REFUSED, check_content, sniff, wanted

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
SENTENCES = tomllib.loads(files("assistant").joinpath("messages/reading.toml").read_text(encoding="utf-8"))


def code(act, *values):
    with pytest.raises(ShelfError) as refused:
        act(*values)
    return refused.value.code


@pytest.mark.parametrize(
    ("suffix", "reader"),
    [
        (".txt", "text"),
        (".md", "markdown"),
        (".htm", "page"),
        (".rtf", "rtf"),
        (".docx", "docx"),
        (".pdf", "pdf"),
    ],
)
def test_the_suffix_names_the_reader(suffix, reader):
    assert wanted(suffix, f"a{suffix}") == reader


@pytest.mark.parametrize(
    "suffix", [s for suffixes in REFUSED.values() for s in suffixes.split()] + [".abc", ""]
)
def test_every_other_kind_is_refused_with_a_sentence_on_what_to_do(suffix):
    reason = code(wanted, suffix, f"a{suffix}")
    assert set(SENTENCES[reason]) == {"zh", "en"}


@pytest.mark.parametrize(
    ("head", "suffix"),
    [
        (b"%PDF-1.7", ".pdf"),
        (b"\n\n%PDF-1.4", ".pdf"),
        (b"PK\x03\x04", ".zip"),
        (OLE, ".doc"),
        (b"{\\rtf1", ".rtf"),
        (b"\x89PNG\r\n", ".png"),
        (b"<!DOCTYPE html><p>", ".html"),
        (b"\xef\xbb\xbf <html>", ".html"),
        ("一、总体情况".encode("gbk"), ""),
        (b"", ""),
    ],
)
def test_the_first_bytes_tell_the_kind(head, suffix):
    assert sniff(head) == suffix


@pytest.mark.parametrize(
    ("name", "reader", "data", "reason"),
    [
        ("a.docx", "docx", b"%PDF-1.7 words", "file_mismatch"),
        ("a.txt", "text", b"\x89PNG\r\n\x1a\n", "file_mismatch"),
        ("a.pdf", "pdf", "只是文字".encode(), "file_broken"),
        ("a.docx", "docx", OLE, "file_mismatch"),
        ("a.docx", "docx", OLE + "EncryptedPackage".encode("utf-16-le"), "file_encrypted"),
        ("a.docx", "docx", b"PK\x03\x04 broken", "file_broken"),
    ],
)
def test_content_that_is_not_what_the_suffix_says_is_refused(tmp_path, name, reader, data, reason):
    path = tmp_path / name
    path.write_bytes(data)
    assert code(check_content, path, reader, name) == reason


@pytest.mark.parametrize(
    ("part", "found"),
    [("xl/workbook.xml", ".xlsx"), ("ppt/a.xml", ".pptx"), ("OFD.xml", ".ofd"), ("a.txt", ".zip")],
)
def test_another_kind_of_package_is_named(tmp_path, part, found):
    path = tmp_path / "a.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(part, "x")
    with pytest.raises(ShelfError) as refused:
        check_content(path, "docx", "a.docx")
    assert (refused.value.code, dict(refused.value.values)["found"]) == ("file_mismatch", found)
