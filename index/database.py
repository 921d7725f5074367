"""SQL text -> rows. The one place that talks to the database; the truth of shelf and desk lies in it."""

import shutil
import sqlite3
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import TextClause, bindparam, create_engine, event, text
from sqlalchemy.engine import Connection, Engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import ConnectionPoolEntry

from index.errors import ShelfError

Row = tuple[Any, ...]

PRAGMAS = (
    "PRAGMA journal_mode = WAL",  # readers go on while one writes
    "PRAGMA synchronous = FULL",  # acknowledged means kept, power cut included
    "PRAGMA foreign_keys = ON",
    "PRAGMA busy_timeout = 10000",
)
FAULTS = (
    # words of SQLite's messages -> code of ours
    ("disk is full", "disk_full"),
    ("readonly database", "folder_readonly"),
    ("unable to open", "folder_readonly"),
    ("is locked", "shelf_busy"),
    ("malformed", "shelf_damaged"),
    ("not a database", "shelf_damaged"),
)
SPARE_BYTES = 16_000_000
"""With less free space than this, a failed write is taken for a full disk."""


class Transaction:
    """Writes that become durable together or not at all."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def read(self, sql: str, **values: object) -> list[Row]:
        """Rows as this transaction sees them."""
        return [tuple(row) for row in self._connection.execute(_statement(sql, values), values)]

    def write(self, sql: str, **values: object) -> int:
        """Run one statement; the number of rows it changed."""
        return int(self._connection.execute(_statement(sql, values), values).rowcount)

    def write_many(self, sql: str, rows: Sequence[Mapping[str, object]]) -> None:
        """Run one statement for each row of values."""
        if rows:
            self._connection.execute(text(sql), [dict(row) for row in rows])


class Database:
    """A database file (SQLite) or URL (any SQLAlchemy URL), safe to share between threads.

    SQL is text with ``:name`` places; a list or tuple as a value fills ``IN :name``.

    Raises:
        ShelfError: ``disk_full``, ``folder_readonly``, ``shelf_busy`` or ``shelf_damaged`` from any act.
    """

    def __init__(self, place: str | Path) -> None:
        url = str(place) if "://" in str(place) else f"sqlite:///{place}"
        self._folder = Path(place).parent if "://" not in str(place) else Path()
        self._engine: Engine = create_engine(url, pool_size=8, max_overflow=56, pool_timeout=30)
        self._writing = threading.RLock()
        self._inside = False
        if self._engine.dialect.name == "sqlite":
            event.listen(self._engine, "connect", _prepare)
            event.listen(self._engine, "begin", _begin)

    def ensure(
        self,
        name: str,
        version: int,
        statements: Sequence[str],
        upgrades: Mapping[int, Sequence[str]] | None = None,
    ) -> None:
        """Make the tables of one part of the program stand at ``version``.

        Args:
            name: The part, e.g. ``shelf``; each part has its own version.
            version: The version this program knows.
            statements: What creates the tables in an empty database.
            upgrades: Statements that lead from version ``n`` to ``n + 1``, by ``n``.

        Raises:
            ShelfError: ``shelf_newer`` when the file was written by a newer program.
        """
        with self.transaction() as t:
            t.write("CREATE TABLE IF NOT EXISTS parts (name TEXT PRIMARY KEY, version INTEGER NOT NULL)")
            rows = t.read("SELECT version FROM parts WHERE name = :name", name=name)
            found = rows[0][0] if rows else 0
            if found > version:
                raise ShelfError("shelf_newer", found=found, known=version)
            if found == 0:
                self._create(t, statements)
            for step in range(found or version, version):
                self._create(t, (upgrades or {})[step])
            t.write(
                "INSERT INTO parts (name, version) VALUES (:name, :version)"
                " ON CONFLICT (name) DO UPDATE SET version = excluded.version",
                name=name,
                version=version,
            )

    def _create(self, t: Transaction, statements: Sequence[str]) -> None:
        for sql in statements:
            if self._engine.dialect.name == "postgresql":
                sql = sql.replace(" BLOB", " BYTEA")
            t.write(sql)

    def read(self, sql: str, **values: object) -> list[Row]:
        """Rows of one query, as last committed."""
        with self.reading() as t:
            return t.read(sql, **values)

    @contextmanager
    def reading(self) -> Iterator[Transaction]:
        """Several queries on one state of the database; writes in the block are not kept."""
        with self._plainly(), self._engine.connect() as connection:
            yield Transaction(connection)

    @contextmanager
    def transaction(self) -> Iterator[Transaction]:
        """All writes of the block, or, when it raises, none. One at a time; they do not nest."""
        with self._writing:
            if self._inside:
                raise RuntimeError("transactions do not nest")
            self._inside = True
            try:
                with self._plainly(), self._engine.connect() as connection:
                    writer = connection.execution_options(writing=True)
                    with writer.begin():
                        yield Transaction(writer)
            finally:
                self._inside = False

    def close(self) -> None:
        """Close every connection."""
        self._engine.dispose()

    @contextmanager
    def _plainly(self) -> Iterator[None]:
        try:
            yield
        except (DBAPIError, sqlite3.Error) as fault:  # a fault while connecting comes unwrapped
            code = _code(str(fault), self._folder)
            if not code:
                raise
            raise ShelfError(code, folder=self._folder) from fault


def _statement(sql: str, values: Mapping[str, object]) -> TextClause:
    lists = [name for name, value in values.items() if isinstance(value, list | tuple)]
    return text(sql).bindparams(*(bindparam(name, expanding=True) for name in lists))


def _prepare(connection: sqlite3.Connection, _: ConnectionPoolEntry) -> None:
    connection.isolation_level = None  # sqlite3 must not begin transactions by itself; _begin does
    for pragma in PRAGMAS:
        connection.execute(pragma)


def _begin(connection: Connection) -> None:
    writing = connection.get_execution_options().get("writing", False)
    # a writer takes its lock at once: upgrading a read later would fail as "busy" without waiting
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


def _code(message: str, folder: Path) -> str:
    for words, code in FAULTS:
        if words in message:
            return code
    if "disk I/O error" in message:
        return "disk_full" if shutil.disk_usage(folder).free < SPARE_BYTES else "disk_failed"
    return ""
