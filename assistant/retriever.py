"""The shelf as a LangChain retriever: query -> documents with their place in a report.

Loading this file loads ``langchain_core``; nothing of Zhibi itself needs it.
"""

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from pydantic import ConfigDict

from index.retrieval import Query
from index.shelf import Shelf
from index.types import Hit


class ShelfRetriever(BaseRetriever):
    """Searches an open shelf, as ``zhibi search`` does."""

    model_config = ConfigDict(arbitrary_types_allowed=True)

    shelf: Shelf
    k: int = 10
    kind: str = ""
    role: str = ""
    year: int | None = None
    heading: str = ""
    """Heading of the section to be written, if one is."""

    def _get_relevant_documents(
        self,
        query: str,
        *,
        run_manager: CallbackManagerForRetrieverRun,  # noqa: ARG002 - LangChain passes it by name
    ) -> list[Document]:
        asked = Query(query, self.heading, k=self.k, kind=self.kind, role=self.role, year=self.year)
        return [document(hit) for hit in self.shelf.search(asked)]


def as_retriever(
    shelf: Shelf, k: int = 10, *, kind: str = "", role: str = "", year: int | None = None, heading: str = ""
) -> ShelfRetriever:
    """A retriever over a shelf that stays open as long as it is used.

    Args:
        shelf: An open shelf.
        k: How many documents at most.
        kind: Only reports of this 文种; empty for all.
        role: Only passages of this role; empty for all.
        year: Only reports of this year.
        heading: Heading of the section to be written; like headings rank higher.
    """
    return ShelfRetriever(shelf=shelf, k=k, kind=kind, role=role, year=year, heading=heading)


def document(hit: Hit) -> Document:
    """A hit as LangChain knows it: ``report.text[start:end] == page_content``."""
    passage = hit.passage
    return Document(
        id=passage.id,
        page_content=passage.text,
        metadata={
            "report_id": passage.report_id,
            "title": hit.title,
            "headings": list(passage.headings),
            "role": passage.role,
            "start": passage.span.start,
            "end": passage.span.end,
            "score": hit.score,
            "why": list(hit.why),
        },
    )
