import zipfile

import pytest

from index.errors import ShelfError
from index.reading.packing import check_container


def code(path):
    with pytest.raises(ShelfError) as refused:
        check_container(path, path.name)
    return refused.value.code


def packed(path, **members):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return path


def test_an_ordinary_container_passes(tmp_path):
    assert check_container(packed(tmp_path / "a.docx", document="<w/>" * 1000), "a.docx") is None


def test_a_small_file_that_unpacks_to_32_megabytes_is_refused(tmp_path):
    bomb = packed(tmp_path / "a.docx", **{"word/document.xml": b"<w:p/>" * (32 * 2**20 // 6)})
    assert bomb.stat().st_size < 200_000
    assert code(bomb) == "file_bomb"


def test_a_container_of_very_many_parts_is_refused(tmp_path):
    assert code(packed(tmp_path / "a.docx", **{f"part{n}": b"" for n in range(4001)})) == "file_bomb"


def test_a_nested_bomb_is_refused_by_its_ratio(tmp_path):
    inner = packed(tmp_path / "inner.zip", zeros=bytes(8 * 2**20)).read_bytes()
    assert code(packed(tmp_path / "a.docx", **{"word/inner.bin": inner * 4000})) == "file_bomb"


def test_a_container_cut_short_is_broken(tmp_path):
    path = packed(tmp_path / "a.docx", document="<w/>" * 1000)
    path.write_bytes(path.read_bytes()[:-30])
    assert code(path) == "file_broken"


def test_a_locked_container_is_encrypted(tmp_path):
    path = packed(tmp_path / "a.docx", document="words")
    data = bytearray(path.read_bytes())
    at = data.rindex(b"PK\x01\x02")
    data[at + 8] |= 1
    path.write_bytes(data)
    assert code(path) == "file_encrypted"
