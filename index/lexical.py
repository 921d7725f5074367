"""Words -> passages that hold them (BM25). The one place that imports tantivy.

Chinese is cut into overlapping pairs of characters: no dictionary, and any phrase of two or more
characters is found. The folder is a copy of what the catalogue holds; a fault in it is ``IndexBroken``.
"""

import math
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import tantivy

HEAP_BYTES = 32_000_000
MOST_TERMS = 96
"""Rarest query terms kept: 10 ms instead of 85 at 450,000 passages for a query of 200 characters."""
HAN = r"\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
RUN = re.compile(rf"[{HAN}]+|[^\W_{HAN}]+(?:[.%][^\W_{HAN}]+)*")


class IndexBroken(Exception):
    """The copy cannot be used; it must be thrown away and rebuilt."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What the index needs to know of one passage."""

    number: int
    report: int
    role: str
    headings: str
    text: str


def terms(text: str) -> list[str]:
    """Pairs of Chinese characters and whole words of other letters and digits, in order.

    >>> terms("抓实2024年党风廉政")
    ['抓实', '2024', '年党', '党风', '风廉', '廉政']
    """
    found: list[str] = []
    for run in RUN.findall(unicodedata.normalize("NFKC", text).lower()):
        if len(run) == 1 or not re.match(f"[{HAN}]", run):
            found.append(run[:200])
        else:
            found.extend(run[i : i + 2] for i in range(len(run) - 1))
    return found


class Lexical:
    """A folder of words, by passage number. Opened by one process; searches go on during adding.

    Raises:
        IndexBroken: from any act, when the folder is damaged.
    """

    def __init__(self, folder: Path) -> None:
        self._writer: tantivy.IndexWriter | None = None
        with _guarded():
            folder.mkdir(parents=True, exist_ok=True)
            self._schema = _schema()
            self._index = tantivy.Index(self._schema, path=str(folder))
            cut = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build()
            self._index.register_tokenizer("cut", cut)
            self._index.reload()

    def add(self, entries: Iterable[Entry]) -> None:
        """Add passages that are not in it; they are searchable and on disk when this returns."""
        with _guarded():
            for entry in entries:
                document = tantivy.Document()
                document.add_integer("number", entry.number)
                document.add_integer("report", entry.report)
                document.add_text("role", entry.role)
                document.add_text("headings", " ".join(terms(entry.headings)))
                document.add_text("text", " ".join(terms(entry.text)))
                self._open_writer().add_document(document)
            self._commit()

    def remove(self, reports: Iterable[int]) -> None:
        """Take all passages of reports out."""
        with _guarded():
            for report in reports:
                self._open_writer().delete_documents_by_term("report", report)
            self._commit()

    def search(
        self,
        text: Mapping[str, float],
        headings: Mapping[str, float],
        k: int,
        reports: Sequence[int] | None = None,
        role: str = "",
    ) -> dict[int, float]:
        """The ``k`` passages that hold most of the weightiest terms, with BM25 scores, best first.

        Args:
            text: Weights of terms (as ``terms`` cuts them) looked for in the passages' text.
            headings: Weights of terms looked for in their headings.
            k: How many at most.
            reports: Numbers of the reports to look in; None for all.
            role: Only passages of this role; empty for all.
        """
        with _guarded():
            searcher = self._index.searcher()
            wanted = self._clauses(searcher, "text", text) + self._clauses(searcher, "headings", headings)
            if not wanted:
                return {}
            query = self._filtered(tantivy.Query.boolean_query(wanted), reports, role)
            hits = searcher.search(query, limit=k, count=False).hits
            numbers = searcher.fast_field_values("number", [address for _, address in hits])
        return {int(number): float(score) for (score, _), number in zip(hits, numbers, strict=True)}

    def holding(self, groups: Iterable[Sequence[str]], k: int) -> list[list[int]]:
        """For each group of terms (as ``terms`` cuts them) ``k`` passages at most whose text holds all."""
        must, query = tantivy.Occur.Must, tantivy.Query
        found = []
        with _guarded():
            searcher = self._index.searcher()
            for group in groups:
                parts = [(must, query.term_query(self._schema, "text", term, "freq")) for term in set(group)]
                hits = searcher.search(query.boolean_query(parts), limit=k, count=False).hits if parts else []
                numbers = searcher.fast_field_values("number", [address for _, address in hits])
                found.append([int(number) for number in numbers])
        return found

    def count(self) -> int:
        """How many passages it holds."""
        with _guarded():
            return int(self._index.searcher().num_docs)

    def close(self) -> None:
        """Let go of the folder's files."""
        if self._writer is not None:
            with suppress(BaseException):
                self._writer.wait_merging_threads()
            self._writer = None

    def _clauses(
        self, searcher: tantivy.Searcher, field: str, weights: Mapping[str, float]
    ) -> list[tuple[tantivy.Occur, tantivy.Query]]:
        should, query = tantivy.Occur.Should, tantivy.Query
        clauses = []
        for term, weight in _rarest(searcher, field, weights):
            if re.fullmatch(f"[{HAN}]", term):  # one character: any pair that holds it
                one = query.regex_query(self._schema, field, f"{term}|{term}.|.{term}")
            else:
                one = query.term_query(self._schema, field, term, "freq")
            clauses.append((should, query.boost_query(one, weight)))
        return clauses

    def _filtered(self, query: tantivy.Query, reports: Sequence[int] | None, role: str) -> tantivy.Query:
        must = [query]
        if reports is not None:
            among = tantivy.Query.term_set_query(self._schema, "report", list(reports))
            must.append(tantivy.Query.const_score_query(among, 0.0))
        if role:
            same = tantivy.Query.term_query(self._schema, "role", role, "basic")
            must.append(tantivy.Query.const_score_query(same, 0.0))
        if len(must) == 1:
            return query
        return tantivy.Query.boolean_query([(tantivy.Occur.Must, part) for part in must])

    def _open_writer(self) -> tantivy.IndexWriter:
        if self._writer is None:
            self._writer = self._index.writer(HEAP_BYTES, 1)
        return self._writer

    def _commit(self) -> None:
        self._open_writer().commit()
        self._index.reload()


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_integer_field("number", fast=True)
    builder.add_integer_field("report", indexed=True)
    builder.add_text_field("role", tokenizer_name="raw", index_option="basic")
    builder.add_text_field("headings", tokenizer_name="cut", index_option="freq")
    builder.add_text_field("text", tokenizer_name="cut", index_option="freq")
    return builder.build()


def _rarest(searcher: tantivy.Searcher, field: str, weights: Mapping[str, float]) -> list[tuple[str, float]]:
    """The query terms worth most: weight times inverse document frequency (Lucene's BM25 idf)."""
    if len(weights) <= MOST_TERMS:
        return list(weights.items())
    total = searcher.num_docs
    worth = []
    for term, weight in weights.items():
        df = min(searcher.doc_freq(field, term), total)
        worth.append((weight * math.log(1 + (total - df + 0.5) / (df + 0.5)) if df else 0.0, term))
    return [(term, weights[term]) for _, term in sorted(worth, reverse=True)[:MOST_TERMS]]


@contextmanager
def _guarded() -> Iterator[None]:
    """Whatever fails inside is ``IndexBroken``: Rust panics are no ``Exception``, a Ctrl-C is none of it."""
    try:
        yield
    except (KeyboardInterrupt, SystemExit, GeneratorExit, MemoryError):
        raise
    except BaseException as fault:
        raise IndexBroken(f"{type(fault).__name__}: {fault}") from fault
