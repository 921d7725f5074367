"""Last year's reports being rolled forward: what the writer chose of each stale place, kept on disk.

A choice belongs to the place it was made for (its span and words), so that it is found again whatever
else changes. ``left`` counts what only the writer knows and has not said yet.
"""

import json
import re
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from assistant.archive import Archive
from assistant.rolling import Choice, Stale, applied, roll
from assistant.saved import Saved
from assistant.stale import chosen, covered
from assistant.types import Brief, Draft, Sentence, join
from index.database import Database
from index.sentences import sentences
from index.shelf import Shelf
from index.types import Report

VERSION: Final = 1
SCHEMA: Final = (
    """CREATE TABLE rolls (
        report TEXT NOT NULL, year INTEGER NOT NULL, choices TEXT NOT NULL, changed REAL NOT NULL,
        PRIMARY KEY (report, year))""",
)

FACTS: Final = "事实见旧稿{}"
FACTS_EN: Final = "Facts are in the old report: {}"
"""The fact box of a draft made of an old report: no fact of its own, but where they are."""
TITLE: Final = 3
"""Lines a title is broken over at most."""


@dataclass(frozen=True, slots=True)
class Rolling:
    """A report being rolled forward to a year."""

    report: Report
    year: int
    rows: tuple[Stale, ...]
    choices: Mapping[int, Choice]
    """By place in ``rows``; a place without one gets what is proposed."""

    @property
    def text(self) -> str:
        """The report after the choices."""
        return applied(self.report.text, self.rows, self.choices)

    def choice(self, number: int) -> Choice:
        """What becomes of a place."""
        return chosen(self.rows, self.choices, number)

    def settled(self, number: int) -> bool:
        """Whether a place needs nothing more of the writer; a plan is due even where its words are gone."""
        if self.rows[number].kind != "plan" and covered(self.rows, self.choices, number):
            return True
        said = self.choice(number)
        return said.what != "fill" or bool(said.put)

    def left(self) -> int:
        """How many places still wait for the writer."""
        return sum(not self.settled(number) for number in range(len(self.rows)))


class Rolls:
    """Every report being rolled forward in one data folder."""

    def __init__(self, shelf: Shelf, archive: Archive, database: Database) -> None:
        self._shelf = shelf
        self._archive = archive
        self._database = database
        database.ensure("rolls", VERSION, SCHEMA)

    def last(self) -> tuple[str, int] | None:
        """(report id, year) of the one last worked on, while its report is on the shelf."""
        there = {card.id for card in self._shelf.reports()}
        rows = self._database.read("SELECT report, year FROM rolls ORDER BY changed DESC")
        return next(((str(report), int(year)) for report, year in rows if report in there), None)

    def open(self, report_id: str, year: int) -> Rolling:
        """A report with its stale places and what was chosen of them.

        Raises:
            ShelfError: ``no_such_report``.
        """
        report = self._shelf.report(report_id)
        rows = roll(report.text, year, report.sections, report.year)
        kept = self._kept(report.id, year)
        held = {number: kept[name] for number, row in enumerate(rows) if (name := _name(row)) in kept}
        return Rolling(report, year, rows, held)

    def choose(self, rolling: Rolling, choices: Mapping[int, Choice]) -> Rolling:
        """Keep what was chosen of some places; the others stay as they were.

        Raises:
            ShelfError: ``roll_choice``.
        """
        applied(rolling.report.text, rolling.rows, choices)
        with self._database.transaction() as t:
            kept = self._kept(rolling.report.id, rolling.year)
            rows = rolling.rows
            kept |= {_name(rows[n]): _with_unit(choice, rows[n]) for n, choice in choices.items()}
            body = {name: [choice.what, choice.put] for name, choice in kept.items()}
            t.write(
                "INSERT OR REPLACE INTO rolls (report, year, choices, changed) "
                "VALUES (:report, :year, :choices, :now)",
                report=rolling.report.id, year=rolling.year, now=time.time(),
                choices=json.dumps(body, ensure_ascii=False),
            )  # fmt: skip
        return self.open(rolling.report.id, rolling.year)

    def as_draft(self, rolling: Rolling) -> Saved:
        """The report after the choices as a kept draft, what is still to be said as visible blanks."""
        heads, body = _titled(rolling.text.splitlines(), rolling.report)
        title = "".join(heads) or rolling.report.title
        chinese = re.search(r"[\u4e00-\u9fff]", rolling.report.text)
        source = f"《{rolling.report.title}》" if chinese else rolling.report.title
        notes = FACTS if chinese else FACTS_EN
        saved = self._archive.create(
            rolling.report.kind or title, notes.format(source), "flowing", 0, rolling.year
        )
        self._archive.rename(saved.id, title)
        said = tuple(one for place, line in enumerate(body) for one in _sentences(line, place))
        draft = Draft(Brief(saved.section, year=rolling.year), said)
        return self._archive.keep_draft(saved.id, draft, saved.revision)

    def _kept(self, report_id: str, year: int) -> dict[str, Choice]:
        sql = "SELECT choices FROM rolls WHERE report = :report AND year = :year"
        rows = self._database.read(sql, report=report_id, year=year)
        values = json.loads(rows[0][0]) if rows else {}
        return {name: Choice(what, put) for name, (what, put) in values.items()}


def _with_unit(choice: Choice, row: Stale) -> Choice:
    """A bare number put for 28次 is that many 次; 万 and 亿 are never added."""
    unit = re.fullmatch(r"[\d,.]+([^\d,.万亿]+)", row.text)
    if row.kind == "figure" and unit and re.fullmatch(r"\d[\d,.]*", choice.put):
        return Choice(choice.what, choice.put + unit[1])
    return choice


def _titled(lines: Sequence[str], report: Report) -> tuple[Sequence[str], Sequence[str]]:
    """(the lines the title stands in, the others); a title may be broken over some lines."""
    bare = "".join(report.title.split())
    told = ""
    for count, line in enumerate(report.text.splitlines()[:TITLE], 1):
        told += "".join(line.split())
        if told == bare:
            return lines[:count], lines[count:]
    return (), lines


def _name(row: Stale) -> str:
    return f"{row.span.start}-{row.span.end}-{row.kind}"


def _sentences(line: str, paragraph: int) -> Sequence[Sentence]:
    """A line's sentences; the whole line where they would not give it back."""
    parted = tuple(_sentence(span.of(line), paragraph) for span in sentences(line))
    return parted if join(parted) == line else (_sentence(line, paragraph),)


def _sentence(text: str, paragraph: int) -> Sentence:
    return Sentence(text, paragraph=paragraph, origin="blank" if "【待补充" in text else "writer")
