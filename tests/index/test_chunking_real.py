"""Passages of real documents: whole sentences of one section each."""

import json
import unicodedata
from pathlib import Path

import pytest

from index.chunking import chunk
from index.cleaning import clean
from index.grouping import MOST
from index.outlining import outline
from index.reading.reading import read
from index.types import Manuscript, Paragraph, Report

SHARED = Path(__file__).parents[2].parent / "shared"
EVERY = 4
"""One document in so many, for time."""


def reports():
    library = SHARED / "library"
    paths = [*sorted((SHARED / "samples").glob("*.txt")), *sorted((library / "docx").glob("*.docx"))[::EVERY]]
    texts = [clean(read(path)) for path in paths]
    for line in (library / "reports_dev.jsonl").read_text("utf-8").splitlines()[::EVERY]:
        texts.append(clean(Manuscript(tuple(map(Paragraph, json.loads(line)["text"].split("\n"))))))
    return [Report("0" * 12, "", text.text, outline(text)) for text in texts]


@pytest.mark.real
def test_passages_of_real_reports_are_whole_sentences_of_one_section():
    if not (SHARED / "library").is_dir():
        pytest.skip("the real reports are not beside the checkout")
    sizes, broken = [], 0
    for report in reports():
        text = report.text
        heads = {section.span.start for section in report.sections if section.level < 5 and section.heading}
        end = 0
        for passage in chunk(report):
            span = passage.span
            assert span.of(text) == passage.text
            assert end <= span.start
            end = span.end
            assert not heads.intersection(range(span.start + 1, span.end))
            kind = unicodedata.category(passage.text[0])
            assert kind[0] != "P" or kind in ("Ps", "Pi"), "begins with punctuation"
            rest = text[span.end :].split("\n", 1)[0].strip()
            broken += bool(rest) and passage.text.rstrip("”’》〉）)】")[-1:] not in "。！？!?.…：:；;"
            sizes.append(len(passage.text))
    assert broken == 0
    assert sum(60 <= size <= MOST for size in sizes) / len(sizes) > 0.85
    assert len(sizes) > 1000
