"""Files written whole or not at all; what hinders it is told in words a writer understands."""

import errno
import os

import pytest

from assistant.delivering import check_target, is_folder, write_whole
from assistant.telling import tell
from index.errors import ShelfError


@pytest.mark.parametrize(
    ("fault", "code", "word"),
    [
        (errno.ENOSPC, "export_full", "磁盘空间不足"),
        (errno.EACCES, "export_forbidden", "Word"),
        (errno.EROFS, "export_forbidden", "权限"),
        (errno.EIO, "export_unwritable", "写不进去"),
    ],
)
def test_a_fault_of_the_disk_is_told_by_its_cause_and_the_old_file_stays(
    tmp_path, monkeypatch, fault, code, word
):
    path = tmp_path / "总结.txt"
    path.write_text("旧稿", encoding="utf-8")

    def fail(*_):
        raise OSError(fault, os.strerror(fault))

    for step in ("fsync", "replace"):
        monkeypatch.setattr(os, step, fail)
        with pytest.raises(ShelfError) as refused:
            write_whole(path, b"new", overwrite=True)
        monkeypatch.undo()
        assert refused.value.code == code
        assert word in tell(code, refused.value.values, "zh")
        assert [file.name for file in tmp_path.iterdir()] == ["总结.txt"]
        assert path.read_text("utf-8") == "旧稿"


def test_a_name_that_no_disk_takes_is_no_folder_and_is_refused(tmp_path):
    for name in ("总" * 300, "a\0b"):
        assert not is_folder(tmp_path / name)
        with pytest.raises(ShelfError) as refused:
            write_whole(tmp_path / name, b"")
        assert refused.value.code == "export_name"


def test_a_target_is_looked_at_before_a_long_act(tmp_path):
    (tmp_path / "在.txt").write_text("稿", encoding="utf-8")
    check_target(tmp_path)
    check_target(tmp_path / "新.docx")
    check_target(tmp_path / "在.txt", overwrite=True)
    for name, code in (
        ("在.txt", "export_exists"),
        ("没有/新.docx", "export_no_folder"),
        ("总" * 300, "export_name"),
    ):
        with pytest.raises(ShelfError) as refused:
            check_target(tmp_path / name)
        assert refused.value.code == code
