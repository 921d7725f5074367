"""The tables of the shelf, as SQL that SQLite and PostgreSQL both take."""

VERSION = 1
SCHEMA = (
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
