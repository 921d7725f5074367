import pytest

from index.errors import ShelfError
from index.originals import Originals

HASH = "ab" * 32


def test_an_original_is_kept_byte_for_byte_under_its_hash(tmp_path):
    source = tmp_path / "述职 报告.txt"
    source.write_bytes(b"\xef\xbb\xbf\x00\xff")
    originals = Originals(tmp_path / "originals")
    originals.keep(source, HASH, ".txt")
    assert originals.path(HASH, ".txt").read_bytes() == source.read_bytes()
    assert [path.name for path in (tmp_path / "originals").iterdir()] == [f"{HASH}.txt"]
    originals.remove(HASH, ".txt")
    originals.remove(HASH, ".txt")
    assert list((tmp_path / "originals").iterdir()) == []


@pytest.mark.parametrize("suffix", ["./../../x", ".a/b", ".TXT", ".", ".longerthan8", ".é", ""])
def test_a_strange_suffix_never_becomes_part_of_a_path(tmp_path, suffix):
    assert Originals(tmp_path).path(HASH, suffix) == tmp_path / HASH


def test_a_file_that_cannot_be_copied_leaves_nothing(tmp_path):
    originals = Originals(tmp_path / "originals")
    with pytest.raises(ShelfError) as told:
        originals.keep(tmp_path / "gone.txt", HASH, ".txt")
    assert told.value.code == "original_not_kept"
    assert list((tmp_path / "originals").iterdir()) == []


def test_sweeping_deletes_what_a_kill_left_but_nothing_when_the_catalogue_is_lost(tmp_path):
    for name in (f"{HASH}.txt", "cd.docx", f"{HASH}.txt.part"):
        (tmp_path / name).write_text("x")
    originals = Originals(tmp_path)
    originals.sweep([])
    assert len(list(tmp_path.iterdir())) == 3
    originals.sweep([HASH])
    assert [path.name for path in tmp_path.iterdir()] == [f"{HASH}.txt"]
    Originals(tmp_path / "never made").sweep([HASH])
