"""Code and values -> a sentence in the reader's language."""

import os
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from string import Template
from typing import Literal

Language = Literal["zh", "en"]


def reader_language(setting: str = "auto") -> Language:
    """Language for a reader at a terminal: what is set, else the locale; Chinese where it says nothing."""
    if setting in ("zh", "en"):
        return "zh" if setting == "zh" else "en"
    locale = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
    plain = locale.split(".")[0].lower()
    return "zh" if plain in ("", "c", "posix") or plain.startswith("zh") else "en"


def tell(code: str, values: Iterable[tuple[str, str]] = (), language: Language = "zh") -> str:
    """The sentence of ``code`` with its values; an unknown code is told by a general sentence."""
    table = sentences()
    code, _, count = code.partition(":")  # a note of a file that was read says how often: note_comments:3
    row = table.get(code)
    if row is None:
        return Template(table["unexpected"][language]).safe_substitute(detail=code)
    sentence = Template(row[language])
    unknown = dict.fromkeys(sentence.get_identifiers(), "…")  # a reader never sees a bare $place
    return sentence.safe_substitute(unknown | {"count": count or "…"} | dict(values))


@cache
def sentences() -> dict[str, dict[str, str]]:
    """Every code with its sentences by language, from ``assistant/messages/*.toml``."""
    table: dict[str, dict[str, str]] = {}
    for file in sorted(files("assistant").joinpath("messages").iterdir(), key=lambda f: f.name):
        if file.name.endswith(".toml"):
            table |= tomllib.loads(file.read_text(encoding="utf-8"))
    return table
