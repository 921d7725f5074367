"""Reports, sections, passages, removals and vectors on disk: the truth of the shelf.

Whatever else the shelf keeps (lexical index, vector store) is a copy of this and can be thrown away.
A report is ``stored`` when all of it stands here and ``ready`` when the copies hold it too; only ready
reports are found by searches.
"""

from collections.abc import Mapping, Sequence

from index import listing, neighbours, replacing
from index.holdings import Holdings
from index.storing import Entering, put, refuse_equal, write, write_particulars
from index.types import Expression, Removal, Report


class Catalogue(Holdings):
    """The shelf's tables in a database. Reading is safe from any thread; writes go one at a time."""

    def set(self, **values: object) -> None:
        """Keep values with the shelf, all or none."""
        with self.database.transaction() as t:
            for name, value in values.items():
                put(t, name, value)

    def store(self, entering: Entering) -> int:
        """Write a report with all its parts, all or nothing, as ``stored``; its number.

        Raises:
            ShelfError: ``duplicate_file`` or ``duplicate_text``; values tell the equal one.
        """
        with self.database.transaction() as t:
            refuse_equal(t, entering.file_hash, entering.report.id)
            return write(t, entering)

    def refuse_equal(self, file_hash: str, report_id: str) -> None:
        """Let nothing onto the shelf twice.

        Raises:
            ShelfError: as ``store`` does.
        """
        with self.database.reading() as t:
            refuse_equal(t, file_hash, report_id)

    def make_ready(self, numbers: Sequence[int]) -> None:
        """Mark stored reports as found in the copies."""
        with self.database.transaction() as t:
            for number in numbers:
                t.write("UPDATE reports SET state = 'ready' WHERE number = :number", number=number)

    def replace(self, number: int, entering: Entering, put_back: Sequence[Removal]) -> None:
        """Replace all parts of a report, all or nothing; it is ``stored`` then.

        Raises:
            ShelfError: ``duplicate_text`` when another report has this very text.
        """
        with self.database.transaction() as t:
            replacing.replace(t, number, entering, put_back)

    def remove(self, number: int) -> None:
        """Delete a report with all its parts, and note that the copies must still let go of it."""
        with self.database.transaction() as t:
            t.write(
                "INSERT INTO leaving (passage, report) SELECT number, report FROM passages WHERE report = :n",
                n=number,
            )
            t.write("DELETE FROM reports WHERE number = :n", n=number)

    def edit(self, number: int, changes: Mapping[str, str | int | None]) -> None:
        """Set what the writer says of a report; see ``listing.edit``."""
        with self.database.transaction() as t:
            listing.edit(t, number, changes)

    def renew(self, reports: Sequence[tuple[int, Report, bytes]], grammar: int) -> None:
        """Write guesses and signatures of reports anew, all or none; what the writer set stays."""
        with self.database.transaction() as t:
            for number, report, packed in reports:
                listing.describe(t, number, report, grammar)
                neighbours.keep(t, number, packed)
                neighbours.tell(t, number, neighbours.nearest(t, packed, report.text, number))

    def begin_anew(self, embedder: str, dim: int) -> None:
        """Every report is ``stored`` again, without vectors, to be embedded by another embedder."""
        with self.database.transaction() as t:
            t.write("DELETE FROM vectors")
            t.write("DELETE FROM leaving")
            t.write("UPDATE reports SET state = 'stored'")
            put(t, "embedder", embedder)
            put(t, "dim", dim)

    def loosen(self, numbers: Sequence[int]) -> None:
        """Note that the copies must let go of reports that stay: perhaps they hold some of them."""
        with self.database.transaction() as t:
            for number in numbers:
                t.write(
                    "INSERT INTO leaving (passage, report) SELECT number, report FROM passages"
                    " WHERE report = :n ON CONFLICT (passage) DO NOTHING",
                    n=number,
                )

    def forget_leaving(self) -> None:
        """The copies hold nothing of the removed reports any more."""
        with self.database.transaction() as t:
            t.write("DELETE FROM leaving")

    def keep_vectors(self, packed: Sequence[tuple[int, bytes]]) -> None:
        """Keep (report number, packed vectors of its passages in order)."""
        with self.database.transaction() as t:
            t.write_many(
                "INSERT INTO vectors (report, packed) VALUES (:report, :packed)"
                " ON CONFLICT (report) DO UPDATE SET packed = excluded.packed",
                [{"report": report, "packed": data} for report, data in packed],
            )

    def renew_particulars(self, number: int, expressions: Sequence[Expression]) -> None:
        """Write a report's particulars anew, as a newer grammar sees them."""
        passages = [(found.number, found.passage) for found in self.passages(number)]
        with self.database.transaction() as t:
            t.write("DELETE FROM particulars WHERE report = :n", n=number)
            write_particulars(t, number, passages, expressions)
