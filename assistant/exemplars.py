"""The briefs that ship with Zhibi -> ``Example``."""

import tomllib
from dataclasses import dataclass
from importlib.resources import files

from assistant.types import Style


@dataclass(frozen=True, slots=True)
class Example:
    """An example brief that ships with Zhibi; unit and figures are invented."""

    id: str
    name: str
    section: str
    notes: str
    style: Style
    length: int
    year: int | None
    language: str


def examples() -> tuple[Example, ...]:
    """The example briefs that ship with Zhibi, the first a newcomer's first."""
    found = []
    for file in sorted(files("assistant").joinpath("examples").iterdir(), key=lambda f: f.name):
        if file.name.endswith(".toml"):
            values = tomllib.loads(file.read_text(encoding="utf-8"))
            found.append(
                Example(
                    file.name.removesuffix(".toml"), values["name"], values["section"], values["notes"],
                    values.get("style", "points"), values.get("length", 0), values.get("year"),
                    values.get("language", "zh"),
                )
            )  # fmt: skip
    return tuple(sorted(found, key=lambda e: (e.language != "zh", e.id != "party-conduct", e.id)))
