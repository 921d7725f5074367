"""Reports on the shelf -> their guesses and signatures made anew; what the writer set stays."""

from collections.abc import Sequence
from dataclasses import replace

from index import neighbours
from index.catalogue import Catalogue
from index.describing import GRAMMAR, describe
from index.resemblance import signature
from index.types import Clean, Report

AT_ONCE = 100
"""Reports written in one transaction."""


def renew(catalogue: Catalogue, numbers: Sequence[int]) -> None:
    """Describe reports anew from the text that is kept of them.

    Args:
        catalogue: The shelf's.
        numbers: Of the reports.
    """
    for start in range(0, len(numbers), AT_ONCE):
        renewed = []
        for number in numbers[start : start + AT_ONCE]:
            report = redescribed(catalogue.report(number), catalogue.name(number))
            renewed.append((number, report, neighbours.pack(signature(report.text))))
        catalogue.renew(renewed, GRAMMAR)


def redescribed(report: Report, name: str) -> Report:
    """A report with fresh guesses of its title, kind, year, era, viewpoint and organisation."""
    said = describe(Clean(report.text), report.sections, name)
    return replace(
        report, title=said.title, kind=said.kind, year=said.year, era=said.era,
        viewpoint=said.viewpoint, organisation=said.organisation,
    )  # fmt: skip
