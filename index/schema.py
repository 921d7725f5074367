"""The tables of the shelf, as SQL that SQLite and PostgreSQL both take."""

VERSION = 2
FIRST: tuple[str, ...] = (
    "CREATE TABLE shelf (name TEXT PRIMARY KEY, value TEXT NOT NULL)",
    """CREATE TABLE reports (
        number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, file_hash TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL, suffix TEXT NOT NULL, title TEXT NOT NULL, kind TEXT NOT NULL, year INTEGER,
        text TEXT NOT NULL, chars INTEGER NOT NULL, notes TEXT NOT NULL,
        state TEXT NOT NULL, added_at TEXT NOT NULL)""",
    """CREATE TABLE sections (
        report INTEGER NOT NULL REFERENCES reports (number) ON DELETE CASCADE, place INTEGER NOT NULL,
        level INTEGER NOT NULL, mark TEXT NOT NULL, heading TEXT NOT NULL,
        start_at INTEGER NOT NULL, end_at INTEGER NOT NULL,
        body_start INTEGER NOT NULL, body_end INTEGER NOT NULL, parent INTEGER, role TEXT NOT NULL,
        PRIMARY KEY (report, place))""",
    """CREATE TABLE passages (
        number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
        report INTEGER NOT NULL REFERENCES reports (number) ON DELETE CASCADE,
        section INTEGER NOT NULL, start_at INTEGER NOT NULL, end_at INTEGER NOT NULL,
        headings TEXT NOT NULL, role TEXT NOT NULL, text TEXT NOT NULL)""",
    "CREATE INDEX passages_of_report ON passages (report)",
    """CREATE TABLE removals (
        report INTEGER NOT NULL REFERENCES reports (number) ON DELETE CASCADE, place INTEGER NOT NULL,
        text TEXT NOT NULL, why TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (report, place))""",
    """CREATE TABLE vectors (
        report INTEGER PRIMARY KEY REFERENCES reports (number) ON DELETE CASCADE,
        packed BLOB NOT NULL)""",
    """CREATE TABLE particulars (
        number INTEGER PRIMARY KEY, key TEXT NOT NULL, kind TEXT NOT NULL,
        report INTEGER NOT NULL REFERENCES reports (number) ON DELETE CASCADE,
        passage INTEGER REFERENCES passages (number) ON DELETE CASCADE)""",
    "CREATE INDEX particulars_by_key ON particulars (key, number)",
    "CREATE INDEX particulars_of_report ON particulars (report)",
    "CREATE INDEX particulars_of_passage ON particulars (passage)",
    # removed from the catalogue, perhaps not yet from the copies
    "CREATE TABLE leaving (passage INTEGER PRIMARY KEY, report INTEGER NOT NULL)",
)

UPGRADES: dict[int, tuple[str, ...]] = {
    1: (
        # what is guessed of a report besides kind and year; ``edited`` names, as JSON, what the writer set
        "ALTER TABLE reports ADD COLUMN era TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE reports ADD COLUMN viewpoint TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE reports ADD COLUMN organisation TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE reports ADD COLUMN edited TEXT NOT NULL DEFAULT '[]'",
        # which describing its guesses are from: an older one is made good at the next start
        "ALTER TABLE reports ADD COLUMN described INTEGER NOT NULL DEFAULT 0",
        # the report most of its words stand in too, and how many of a hundred
        "ALTER TABLE reports ADD COLUMN like_report INTEGER",
        "ALTER TABLE reports ADD COLUMN like_share INTEGER NOT NULL DEFAULT 0",
        """CREATE TABLE signatures (
            report INTEGER PRIMARY KEY REFERENCES reports (number) ON DELETE CASCADE,
            packed BLOB NOT NULL)""",
        """CREATE TABLE bands (
            band BIGINT NOT NULL, report INTEGER NOT NULL REFERENCES reports (number) ON DELETE CASCADE,
            PRIMARY KEY (band, report))""",
        "CREATE INDEX bands_of_report ON bands (report)",
        # stretches the writer put back
        """CREATE TABLE refused (
            report INTEGER NOT NULL REFERENCES reports (number) ON DELETE CASCADE, place INTEGER NOT NULL,
            text TEXT NOT NULL, why TEXT NOT NULL, PRIMARY KEY (report, place))""",
        # ids from before a stretch was put back, and where what they named begins now
        """CREATE TABLE former (
            id TEXT PRIMARY KEY, report INTEGER NOT NULL REFERENCES reports (number) ON DELETE CASCADE,
            start_at INTEGER NOT NULL)""",
        "CREATE INDEX former_of_report ON former (report)",
        # all that a filter asks of a report, so that none reads through the texts; not by state, or a search
        # would begin its join with all ready reports
        "CREATE INDEX reports_filtered ON reports"
        " (number, id, state, kind, year, viewpoint, organisation, era)",
    ),
}
"""What leads from a version to the next."""
SCHEMA: tuple[str, ...] = (*FIRST, *(sql for step in sorted(UPGRADES) for sql in UPGRADES[step]))
"""A new shelf goes the way of an old one, so both have the same tables."""
