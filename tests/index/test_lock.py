import os
import subprocess
import sys
import time

import pytest

from index.errors import ShelfError
from index.lock import Lock

HOLD = (
    "import sys, time; from pathlib import Path; from index.lock import Lock;"
    "lock = Lock(Path(sys.argv[1])); print('held', flush=True); time.sleep(60)"
)


def hold(folder):
    owner = subprocess.Popen([sys.executable, "-c", HOLD, str(folder)], stdout=subprocess.PIPE)
    assert owner.stdout.readline() == b"held\n"
    return owner


def test_a_second_process_is_told_soon_who_owns_the_folder(tmp_path):
    owner = hold(tmp_path)
    try:
        before = time.monotonic()
        with pytest.raises(ShelfError) as told:
            Lock(tmp_path)
        assert time.monotonic() - before < 20
        assert told.value.code == "folder_in_use"
        values = dict(told.value.values)
        assert values["pid"] == str(owner.pid)
        assert values["folder"] == str(tmp_path)
    finally:
        owner.kill()
        owner.communicate()


def test_the_folder_of_a_killed_owner_is_free_at_once(tmp_path):
    owner = hold(tmp_path)
    owner.kill()
    owner.communicate()
    Lock(tmp_path, patience_s=0).close()


def test_a_second_opener_in_the_same_process_is_refused_too(tmp_path):
    with Lock(tmp_path), pytest.raises(ShelfError) as told:
        Lock(tmp_path, patience_s=0.1)
    assert dict(told.value.values)["pid"] == str(os.getpid())


def test_a_closed_lock_can_be_taken_again_and_closing_twice_does_no_harm(tmp_path):
    lock = Lock(tmp_path / "new folder" / "下级")
    lock.close()
    lock.close()
    Lock(tmp_path / "new folder" / "下级").close()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork on this system")
def test_a_forked_child_does_not_keep_the_folder_of_its_dead_parent(tmp_path):
    lock = Lock(tmp_path)
    ours, theirs = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(theirs)
        os.read(ours, 1)
        os._exit(0)
    try:
        os.close(lock._file.fileno())  # what the system does for a dead parent
        lock._file = None
        Lock(tmp_path, patience_s=0.5).close()
    finally:
        os.close(theirs)
        os.waitpid(child, 0)


def test_a_file_in_place_of_the_folder_is_told(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(ShelfError) as told:
        Lock(tmp_path / "file")
    assert told.value.code == "folder_unusable"
