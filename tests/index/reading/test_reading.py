import tomllib
import zipfile
from importlib.resources import files
from pathlib import Path
from string import Template

import docx
import pytest

from index.errors import ShelfError
from index.reading.reading import decode, read, shown

SHARED = Path(__file__).resolve().parents[4] / "shared"
SENTENCES = tomllib.loads(files("assistant").joinpath("messages/reading.toml").read_text(encoding="utf-8"))


def refusal(path):
    """The code of a refusal, its sentence filled in both languages."""
    with pytest.raises(ShelfError) as refused:
        read(path)
    values = dict(refused.value.values)
    for sentence in SENTENCES[refused.value.code].values():
        assert "$" not in Template(sentence).substitute(values)
    return refused.value.code


def put(path, data):
    path.write_bytes(data)
    return path


def package(path, document):
    """A real Word file whose document.xml is replaced."""
    docx.Document().save(path.with_suffix(".real"))
    with (
        zipfile.ZipFile(path.with_suffix(".real")) as old,
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for member in old.infolist():
            new.writestr(
                member.filename, document if member.filename == "word/document.xml" else old.read(member)
            )
    return path


def test_a_text_file_is_read_here_and_a_word_file_in_the_child(tmp_path):
    path = put(tmp_path / "a.TXT", "一、情况\n全年学习。".encode())
    assert [p.text for p in read(path).paragraphs] == ["一、情况", "全年学习。"]
    document = docx.Document()
    document.add_paragraph("全年学习。")
    document.save(tmp_path / "b.docx")
    assert [p.text for p in read(tmp_path / "b.docx").paragraphs] == ["全年学习。"]


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("空.txt", b"", "file_empty"),
        ("白.txt", " \n\t\r\n　\ufeff".encode(), "file_empty"),
        ("大.txt", b"a" * (20 * 2**20 + 1), "file_too_large"),
        ("表.xlsx", b"PK\x03\x04", "file_sheet"),
        ("旧.wps", b"\xd0\xcf\x11\xe0", "file_old_document"),
        ("无后缀", b"abc", "file_type_unknown"),
        ("程序.txt", b"\x7fELF" + bytes(900), "file_mismatch"),
        ("断.docx", b"PK\x03\x04" + bytes(90), "file_broken"),
        ("断.pdf", b"%PDF-1.7\n%broken", "file_broken"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_sentence(tmp_path, name, data, code):
    assert refusal(put(tmp_path / name, data)) == code


def test_a_missing_file_and_a_folder_are_refused(tmp_path):
    assert refusal(tmp_path / "没有.txt") == "file_missing"
    (tmp_path / "夹.txt").mkdir()
    assert refusal(tmp_path / "夹.txt") == "file_is_folder"


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def document(body, before=""):
    return f"{before}<w:document {W}><w:body>{body}</w:body></w:document>"


def entity(number):
    return f'<!ENTITY l{number} "{f"&l{number - 1};" * 2 if number else "哈"}">'


HOSTILE = {
    "entities": (
        "file_broken",
        document(
            "<w:p><w:r><w:t>&l59;</w:t></w:r></w:p>", f"<!DOCTYPE x [{''.join(map(entity, range(60)))}]>"
        ),
    ),
    "outside": (
        "file_empty",
        document(
            "<w:p><w:r><w:t>&e;</w:t></w:r></w:p>", '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>'
        ),
    ),
    "deep": ("file_broken", document("<w:ins>" * 100_000 + "</w:ins>" * 100_000)),
    "large": ("file_bomb", document("<w:p><w:r><w:t>a</w:t></w:r></w:p>" * 1_000_000)),
    "no body": ("file_broken", f"<w:document {W}/>"),
    "no xml": ("file_broken", "words"),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_word_file_is_refused_before_the_guard_has_to_stop_it(tmp_path, kind):
    code, body = HOSTILE[kind]
    assert refusal(package(tmp_path / "害.docx", body)) == code != "file_slow"


def test_a_large_text_is_read_in_the_child_and_an_endless_one_refused(tmp_path):
    line = "全年坚持把理论学习摆在突出位置。\n"
    large = put(tmp_path / "长.txt", (line * 30_000).encode())
    assert large.stat().st_size > 2**20
    assert len(read(large).paragraphs) == 30_000
    assert refusal(put(tmp_path / "更长.txt", (line * 70_000).encode())) == "file_long"


def test_decode_gives_a_text_files_words_as_they_stand(tmp_path):
    path = put(tmp_path / "事实", "# 学习\r\n　12次".encode("gb18030"))
    assert decode(path) == "# 学习\n　12次"


def test_a_hostile_file_name_is_shown_harmless():
    assert shown(Path("a\u202egpj\n.docx")) == "a?gpj?.docx"
    assert len(shown(Path("长" * 300 + ".docx"))) == 80


@pytest.mark.real
def test_every_file_of_the_library_is_read_or_refused_with_a_reason():
    if not SHARED.exists():
        pytest.skip("the real files are not beside the checkout")
    paths = [p for p in (SHARED / "library" / "files").rglob("*") if p.is_file() and p.suffix != ".pdf"]
    paths += sorted((SHARED / "library" / "docx").glob("*.docx"))[:3]
    for path in paths:
        if path.suffix in (".epub",):
            refusal(path)
        else:
            assert read(path).paragraphs


def test_a_document_of_the_word_family_is_read_under_anothers_suffix(tmp_path):
    page = tmp_path / "网页.doc"
    page.write_text("<html><body><h1>总结</h1><p>一、抓学习</p></body></html>", "utf-8")
    assert [one.text for one in read(page).paragraphs] == ["总结", "一、抓学习"]
    assert read(page).notes == ("note_other_kind:.html",)
    rich = tmp_path / "总结.docx"
    rich.write_bytes(rb"{\rtf1\ansi Good work}")
    assert [one.text for one in read(rich).paragraphs] == ["Good work"]
    word = package(tmp_path / "总结.docx", document("<w:p><w:r><w:t>全年</w:t></w:r></w:p>"))
    other = word.rename(tmp_path / "总结.wps")
    assert read(other).notes == ("note_other_kind:.docx",)
    mail = tmp_path / "信.doc"
    mail.write_text("MIME-Version: 1.0\n<html><p>一</p></html>", "utf-8")
    assert refusal(mail) == "file_mismatch"
