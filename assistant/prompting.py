"""Prompt files -> prompts: text with places, filled strictly, known by name@version.

A prompt file (``prompts/NAME.md``) is a head (``version``, ``about``, ``language``), a line ``---`` and
parts: ``## system`` (constant), ``## user`` (places ``$name``) and any ``## part NAME`` that code chooses.
Nothing here knows what goes into the places; what a writer or a sample said is a value, never a template.
"""

import hashlib
import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from string import Template
from typing import Final

_NAME: Final = re.compile(r"[a-z][a-z0-9_]{0,40}")
_TITLE: Final = re.compile(r"^## (?:part )?([a-z_]+)$", re.MULTILINE)
_HEAD: Final = frozenset(("version", "about", "language"))


class PromptError(ValueError):
    """A prompt file or its use is wrong: a fault of ours, not of the writer."""


@dataclass(frozen=True, slots=True)
class Prompt:
    """A prompt as its file holds it."""

    name: str
    version: int
    about: str
    language: str
    """``zh`` or ``en``."""
    system: str
    """Sent as it stands: the same for every request."""
    user: str
    """Template of the user message."""
    parts: tuple[tuple[str, str], ...] = ()
    """(name, template) of the pieces that code chooses among."""

    @property
    def tag(self) -> str:
        """``name@version``, as a draft keeps it."""
        return f"{self.name}@{self.version}"

    def fill(self, **values: str) -> str:
        """The user message.

        Raises:
            PromptError: a place without a value, or a value without a place.
        """
        return _filled(self.user, f"{self.tag}: user", values)

    def part(self, name: str, **values: str) -> str:
        """A filled piece; refuses as ``fill`` does, and an unknown name too."""
        texts = dict(self.parts)
        if name not in texts:
            raise PromptError(f"{self.tag}: no part {name}")
        return _filled(texts[name], f"{self.tag}: part {name}", values)


@cache
def load(name: str) -> Prompt:
    """The prompt that ships under a name.

    Raises:
        PromptError: there is none, or its file is malformed.
    """
    return parse(_read(name), name)


def parse(text: str, name: str) -> Prompt:
    """A prompt file's text -> the prompt.

    Raises:
        PromptError: an unknown or missing key, a missing part, a part twice, a place in ``## system``.
    """
    head, cut, body = text.replace("\r\n", "\n").partition("\n---\n")
    if not cut:
        raise PromptError(f"{name}: no line ---")
    keys = _keys(head, name)
    if not keys["version"].isdecimal() or int(keys["version"]) < 1:
        raise PromptError(f"{name}: version must be a whole number from 1")
    if keys["language"] not in ("zh", "en"):
        raise PromptError(f"{name}: language must be zh or en")
    parts = _parts(body, name)
    system = _filled(parts.pop("system", ""), f"{name}: system", {})
    user = parts.pop("user", "")
    if not system or not user:
        raise PromptError(f"{name}: needs ## system and ## user")
    return Prompt(
        name, int(keys["version"]), keys["about"], keys["language"], system, user, tuple(parts.items())
    )


def names() -> tuple[str, ...]:
    """Every prompt that ships, sorted."""
    found = [file.name for file in files("prompts").iterdir()]
    return tuple(sorted(name[:-3] for name in found if name.endswith(".md") and name != "README.md"))


def digest(name: str) -> str:
    """SHA-256 of a prompt's file, line ends as newlines: what ``versions.toml`` keeps for its version."""
    return hashlib.sha256(_read(name).encode()).hexdigest()


def released() -> dict[str, str]:
    """Every ``name@version`` ever released -> digest of its file then, from ``versions.toml``."""
    text = files("prompts").joinpath("versions.toml").read_text(encoding="utf-8")
    return {tag: str(value) for tag, value in tomllib.loads(text).items()}


def _read(name: str) -> str:
    if not _NAME.fullmatch(name):
        raise PromptError(f"{name!r} cannot name a prompt")
    try:
        text = files("prompts").joinpath(f"{name}.md").read_text(encoding="utf-8")
    except FileNotFoundError:
        raise PromptError(f"no prompt {name}") from None
    return text.replace("\r\n", "\n")


def _keys(head: str, name: str) -> dict[str, str]:
    keys: dict[str, str] = {}
    for line in head.splitlines():
        key, colon, value = line.partition(":")
        if not colon or key not in _HEAD or key in keys:
            raise PromptError(f"{name}: the head does not know {line!r}")
        keys[key] = value.strip()
    if set(keys) != _HEAD:
        raise PromptError(f"{name}: the head misses {', '.join(sorted(_HEAD - set(keys)))}")
    return keys


def _parts(body: str, name: str) -> dict[str, str]:
    pieces = _TITLE.split(body)
    if pieces[0].strip():
        raise PromptError(f"{name}: text before the first ##")
    parts: dict[str, str] = {}
    for title, text in zip(pieces[1::2], pieces[2::2], strict=True):
        if title in parts:
            raise PromptError(f"{name}: {title} stands twice")
        parts[title] = text.strip("\n")
    return parts


def _filled(text: str, where: str, values: dict[str, str]) -> str:
    template = Template(text)
    if not template.is_valid():
        raise PromptError(f"{where}: a dollar sign that begins no place")
    places = set(template.get_identifiers())
    if places != set(values):
        wrong = ", ".join(sorted(places ^ set(values)))
        raise PromptError(f"{where}: places and values differ: {wrong}")
    return template.substitute(values)
