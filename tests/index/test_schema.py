import pytest

from index.database import Database
from index.errors import ShelfError
from index.schema import SCHEMA, VERSION


def test_the_tables_can_be_made_and_made_again(tmp_path):
    database = Database(tmp_path / "zhibi.sqlite3")
    database.ensure("shelf", VERSION, SCHEMA)
    database.ensure("shelf", VERSION, SCHEMA)
    tables = {row[0] for row in database.read("SELECT name FROM sqlite_master WHERE type = 'table'")}
    assert {"reports", "sections", "passages", "removals", "vectors", "particulars", "leaving"} <= tables


def test_every_part_of_a_report_goes_with_it(tmp_path):
    database = Database(tmp_path / "zhibi.sqlite3")
    database.ensure("shelf", VERSION, SCHEMA)
    for table in ("sections", "passages", "removals", "vectors", "particulars"):
        keys = database.read(f"SELECT \"table\", on_delete FROM pragma_foreign_key_list('{table}')")
        assert ("reports", "CASCADE") in keys


def test_a_shelf_of_a_newer_program_is_refused(tmp_path):
    database = Database(tmp_path / "zhibi.sqlite3")
    database.ensure("shelf", VERSION + 1, SCHEMA)
    with pytest.raises(ShelfError) as told:
        database.ensure("shelf", VERSION, SCHEMA)
    assert told.value.code == "shelf_newer"
