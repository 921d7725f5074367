import os
import shutil
import sqlite3
import threading

import pytest

from index.database import Database
from index.errors import ShelfError

TABLE = ("CREATE TABLE words (word TEXT PRIMARY KEY, weight REAL)",)


@pytest.fixture
def database(tmp_path):
    database = Database(tmp_path / "zhibi.sqlite3")
    database.ensure("words", 1, TABLE)
    yield database
    database.close()


def put(database, *words):
    with database.transaction() as t:
        t.write_many("INSERT INTO words (word) VALUES (:word)", [{"word": word} for word in words])


def test_a_transaction_that_raises_leaves_nothing(database):
    with pytest.raises(ZeroDivisionError), database.transaction() as t:
        t.write("INSERT INTO words (word) VALUES ('责任')")
        raise ZeroDivisionError
    assert database.read("SELECT word FROM words") == []


def test_a_list_fills_a_place_of_many_values(database):
    put(database, "责任", "落实", "监督")
    found = database.read("SELECT word FROM words WHERE word IN :words ORDER BY word", words=["监督", "落实"])
    assert found == [("监督",), ("落实",)]


def test_text_with_quotes_and_colons_is_only_text(database):
    hostile = "'; DROP TABLE words; -- :word"
    put(database, hostile)
    assert database.read("SELECT word FROM words WHERE word = :word", word=hostile) == [(hostile,)]


def test_a_reader_sees_the_last_committed_state_while_another_writes(database):
    put(database, "责任")
    with database.transaction() as t:
        t.write("DELETE FROM words")
        seen = []
        reader = threading.Thread(target=lambda: seen.append(database.read("SELECT word FROM words")))
        reader.start()
        reader.join()
    assert seen == [[("责任",)]]
    assert database.read("SELECT word FROM words") == []


def test_writers_in_many_threads_wait_for_one_another(database):
    def write(place):
        for i in range(10):
            put(database, f"{place}-{i}")

    threads = [threading.Thread(target=write, args=(place,)) for place in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert database.read("SELECT COUNT(*) FROM words") == [(60,)]


def test_transactions_do_not_nest(database):
    with pytest.raises(RuntimeError), database.transaction(), database.transaction():
        pass


def test_the_file_is_kept_as_safely_as_promised(database, tmp_path):
    assert database.read("PRAGMA synchronous") == [(2,)]
    assert database.read("PRAGMA journal_mode") == [("wal",)]
    assert database.read("PRAGMA foreign_keys") == [(1,)]


def test_an_older_part_is_led_to_the_present_version_once(database):
    upgrade = {1: ("ALTER TABLE words ADD COLUMN role TEXT NOT NULL DEFAULT ''",)}
    put(database, "责任")
    database.ensure("words", 2, TABLE, upgrade)
    database.ensure("words", 2, TABLE, upgrade)
    assert database.read("SELECT word, role FROM words") == [("责任", "")]


def test_a_shelf_of_a_newer_program_is_left_alone(database):
    database.ensure("later", 3, ())
    with pytest.raises(ShelfError) as told:
        database.ensure("later", 2, ())
    assert told.value.code == "shelf_newer"


def test_a_file_that_is_no_database_is_told_and_not_touched(tmp_path):
    place = tmp_path / "zhibi.sqlite3"
    place.write_bytes("这不是数据库".encode() * 500)
    before = place.read_bytes()
    with pytest.raises(ShelfError) as told:
        Database(place).ensure("words", 1, TABLE)
    assert told.value.code == "shelf_damaged"
    assert place.read_bytes() == before


def test_a_missing_folder_is_told(tmp_path):
    with pytest.raises(ShelfError) as told:
        Database(tmp_path / "gone" / "zhibi.sqlite3").read("SELECT 1")
    assert told.value.code == "folder_readonly"


def test_a_full_disk_is_told_and_what_was_kept_stays(database, tmp_path):
    put(database, "责任")
    with pytest.raises(ShelfError) as told, database.transaction() as t:
        t.read("PRAGMA max_page_count = 1")  # SQLite's own way to say that no page is left
        for i in range(2000):
            t.write("INSERT INTO words (word) VALUES (:word)", word=f"{i}" * 200)
    assert told.value.code == "disk_full"
    assert database.read("SELECT word FROM words") == [("责任",)]


def test_a_copy_taken_while_open_holds_what_was_acknowledged(database, tmp_path):
    put(database, "责任")
    for name in os.listdir(tmp_path):  # as a kill leaves the files: no checkpoint, no close
        shutil.copy(tmp_path / name, tmp_path / f"copy-{name}".replace("copy-zhibi", "copy"))
    found = sqlite3.connect(tmp_path / "copy.sqlite3").execute("SELECT word FROM words").fetchall()
    assert found == [("责任",)]
