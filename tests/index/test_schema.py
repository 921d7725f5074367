import sqlite3

import pytest

from index.database import Database
from index.errors import ShelfError
from index.retrieval import Query
from index.schema import SCHEMA, UPGRADES, VERSION
from index.shelf import FILE, Shelf

VERSION_1 = """
CREATE TABLE parts (name TEXT PRIMARY KEY, version INTEGER NOT NULL);
INSERT INTO parts VALUES ('shelf', 1);
CREATE TABLE shelf (name TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE reports (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, file_hash TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL, suffix TEXT NOT NULL, title TEXT NOT NULL, kind TEXT NOT NULL, year INTEGER,
    text TEXT NOT NULL, chars INTEGER NOT NULL, notes TEXT NOT NULL, state TEXT NOT NULL,
    added_at TEXT NOT NULL);
CREATE TABLE sections (report INTEGER NOT NULL REFERENCES reports (number) ON DELETE CASCADE,
    place INTEGER NOT NULL, level INTEGER NOT NULL, mark TEXT NOT NULL, heading TEXT NOT NULL,
    start_at INTEGER NOT NULL, end_at INTEGER NOT NULL, body_start INTEGER NOT NULL,
    body_end INTEGER NOT NULL, parent INTEGER, role TEXT NOT NULL, PRIMARY KEY (report, place));
CREATE TABLE passages (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
    report INTEGER NOT NULL REFERENCES reports (number) ON DELETE CASCADE, section INTEGER NOT NULL,
    start_at INTEGER NOT NULL, end_at INTEGER NOT NULL, headings TEXT NOT NULL, role TEXT NOT NULL,
    text TEXT NOT NULL);
CREATE INDEX passages_of_report ON passages (report);
CREATE TABLE removals (report INTEGER NOT NULL REFERENCES reports (number) ON DELETE CASCADE,
    place INTEGER NOT NULL, text TEXT NOT NULL, why TEXT NOT NULL, at INTEGER NOT NULL,
    PRIMARY KEY (report, place));
CREATE TABLE vectors (report INTEGER PRIMARY KEY REFERENCES reports (number) ON DELETE CASCADE,
    packed BLOB NOT NULL);
CREATE TABLE particulars (number INTEGER PRIMARY KEY, key TEXT NOT NULL, kind TEXT NOT NULL,
    report INTEGER NOT NULL REFERENCES reports (number) ON DELETE CASCADE,
    passage INTEGER REFERENCES passages (number) ON DELETE CASCADE);
CREATE INDEX particulars_by_key ON particulars (key, number);
CREATE INDEX particulars_of_report ON particulars (report);
CREATE INDEX particulars_of_passage ON particulars (passage);
CREATE TABLE leaving (passage INTEGER PRIMARY KEY, report INTEGER NOT NULL);
"""
TEXT = "衡丘县审计局2023年工作总结\n一、主要工作\n我局深入学习贯彻党的二十大精神，全年召开会议28次。"
OPENED = TEXT.index("我局")
HEAD = TEXT.index("一、")


@pytest.fixture
def version_1(tmp_path):
    """A data folder as the first version of the program left it: one report, one draft."""
    folder = tmp_path / "data"
    folder.mkdir()
    file = sqlite3.connect(folder / FILE)
    file.executescript(VERSION_1)
    file.execute("CREATE TABLE drafts (id TEXT PRIMARY KEY, text TEXT)")
    file.execute("INSERT INTO drafts VALUES ('d1', '草稿一段')")
    file.execute(
        "INSERT INTO reports VALUES (1, 'abcdef012345', 'ff', '总结.txt', '.txt',"
        " '衡丘县审计局2023年工作总结', '工作总结', 2023, ?, ?, '[]', 'ready', '2026-01-01T00:00:00+00:00')",
        (TEXT, len(TEXT)),
    )
    rows = [(0, 0, "", "", 0, HEAD, 0, HEAD, None, "opening"),
            (1, 1, "一、", "主要工作", HEAD, len(TEXT), OPENED, len(TEXT), None, "work")]  # fmt: skip
    file.executemany(f"INSERT INTO sections VALUES (1, {', '.join('?' * 10)})", rows)
    file.execute(
        "INSERT INTO passages VALUES (1, ?, 1, 1, ?, ?, '[\"一、主要工作\"]', 'work', ?)",
        (f"abcdef012345-{OPENED}", OPENED, len(TEXT), TEXT[OPENED:]),
    )
    file.execute("INSERT INTO removals VALUES (1, 0, '加微信', 'contact', 5)")
    file.execute("INSERT INTO particulars VALUES (1, 'count:28:次', 'count', 1, 1)")
    file.executemany(
        "INSERT INTO shelf VALUES (?, ?)",
        [("next_reports", "2"), ("next_passages", "2"), ("next_particulars", "2"),
         ("embedder", "hashed-bigrams@1"), ("dim", "256")],
    )  # fmt: skip
    file.commit()
    file.close()
    return folder


def test_a_shelf_of_the_first_version_opens_with_all_it_held_and_gains_the_new_guesses(version_1):
    for _ in range(2):
        with Shelf(version_1) as shelf:
            (card,) = shelf.reports()
            assert (card.id, card.title, card.year) == ("abcdef012345", "衡丘县审计局2023年工作总结", 2023)
            assert (card.era, card.viewpoint, card.organisation) == ("党的二十大", "班子", "政府部门")
            assert shelf.report("abcdef").text == TEXT
            assert [gone.text for gone in shelf.removals(card.id)] == ["加微信"]
            assert shelf.passages(card.id)[0].text == TEXT[OPENED:]
            assert shelf.find_particulars(["count:28:次"])["count:28:次"][0] == card.id
            assert shelf.database.read("SELECT id, text FROM drafts") == [("d1", "草稿一段")]
            shelf.rebuild()
            assert shelf.search(Query("学习贯彻二十大精神"))[0].passage.report_id == card.id


def test_an_old_shelf_and_a_new_one_have_the_same_tables(tmp_path, version_1):
    new = Database(tmp_path / "new.sqlite3")
    new.ensure("shelf", VERSION, SCHEMA, UPGRADES)
    old = Database(version_1 / FILE)
    old.ensure("shelf", VERSION, SCHEMA, UPGRADES)
    names = [row[0] for row in new.read("SELECT name FROM sqlite_master WHERE type = 'table'")]
    for name in names:
        sql = f"SELECT name, type, \"notnull\", dflt_value, pk FROM pragma_table_info('{name}')"
        assert old.read(sql) == new.read(sql), name
    sql = "SELECT name FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL ORDER BY name"
    assert old.read(sql) == new.read(sql)


def test_the_tables_can_be_made_and_made_again(tmp_path):
    database = Database(tmp_path / "zhibi.sqlite3")
    database.ensure("shelf", VERSION, SCHEMA)
    database.ensure("shelf", VERSION, SCHEMA)
    tables = {row[0] for row in database.read("SELECT name FROM sqlite_master WHERE type = 'table'")}
    assert {"reports", "sections", "passages", "removals", "vectors", "particulars", "leaving"} <= tables


def test_every_part_of_a_report_goes_with_it(tmp_path):
    database = Database(tmp_path / "zhibi.sqlite3")
    database.ensure("shelf", VERSION, SCHEMA)
    for table in ("sections", "passages", "removals", "vectors", "particulars", "bands", "refused", "former"):
        keys = database.read(f"SELECT \"table\", on_delete FROM pragma_foreign_key_list('{table}')")
        assert ("reports", "CASCADE") in keys


def test_a_shelf_of_a_newer_program_is_refused(tmp_path):
    database = Database(tmp_path / "zhibi.sqlite3")
    database.ensure("shelf", VERSION + 1, SCHEMA)
    with pytest.raises(ShelfError) as told:
        database.ensure("shelf", VERSION, SCHEMA)
    assert told.value.code == "shelf_newer"
