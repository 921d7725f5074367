import re
import shutil
from pathlib import Path

import pytest
from langchain_core.retrievers import BaseRetriever

from assistant.retriever import as_retriever
from index.shelf import Shelf

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def shelf(tmp_path_factory):
    with Shelf(tmp_path_factory.mktemp("retriever")) as shelf:
        shelf.add(sorted((ROOT / "index/samples").glob("0[1-6]*")))
        yield shelf


def test_documents_tell_where_they_stand_in_their_report(shelf):
    retriever = as_retriever(shelf, 5)
    assert isinstance(retriever, BaseRetriever)
    documents = retriever.invoke("落实党风廉政建设主体责任")
    assert len(documents) == 5
    for document in documents:
        told = document.metadata
        report = shelf.report(told["report_id"])
        assert report.text[told["start"] : told["end"]] == document.page_content
        assert document.id == f"{report.id}-{told['start']}"
        assert told["title"] == report.title and told["why"] and isinstance(told["headings"], list)


def test_filters_and_number_are_kept(shelf):
    documents = as_retriever(shelf, 3, role="problems").invoke("存在的不足")
    assert 0 < len(documents) <= 3
    assert {document.metadata["role"] for document in documents} == {"problems"}
    assert as_retriever(shelf, kind="没有的文种").invoke("责任") == []


def test_the_example_of_the_documents_runs(tmp_path, monkeypatch, capsys):
    words = (ROOT / "docs/retriever.md").read_text("utf-8")
    (example,) = re.findall(r"```python\n(.*?)```", words, re.DOTALL)
    assert len(example.splitlines()) <= 10
    (tmp_path / "samples").mkdir()
    for path in sorted((ROOT / "index/samples").glob("0[1-4]*")):
        shutil.copy(path, tmp_path / "samples")
    monkeypatch.chdir(tmp_path)
    exec(compile(example, "docs/retriever.md", "exec"), {})
    assert capsys.readouterr().out.strip()
