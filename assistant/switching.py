"""Rows of the lexicon that the user switched off, kept with the drafts."""

from index.database import Database

SCHEMA = ("CREATE TABLE IF NOT EXISTS switched_off (id TEXT PRIMARY KEY)",)


class Switches:
    """Which rows of the lexicon do not count in one data folder."""

    def __init__(self, database: Database) -> None:
        self._database = database
        database.ensure("lexicon", 1, SCHEMA)

    def off(self) -> frozenset[str]:
        """Ids of the rows that are switched off."""
        return frozenset(str(row[0]) for row in self._database.read("SELECT id FROM switched_off"))

    def switch(self, row_id: str, on: bool) -> None:
        """Switch a row on or off; switching it twice is the same as once."""
        with self._database.transaction() as t:
            t.write("DELETE FROM switched_off WHERE id = :id", id=row_id)
            if not on:
                t.write("INSERT INTO switched_off (id) VALUES (:id)", id=row_id)
