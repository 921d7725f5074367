"""A value given for an option -> one of its choices, or a sentence that names them."""

from collections.abc import Sequence
from typing import Final, get_args

from assistant.commands.terminal import spoken
from assistant.service import WISHES, Assistant, ShelfError
from assistant.telling import sentences, tell
from assistant.types import Style
from index.bodies import KINDS
from index.concordance import Order
from index.types import Role

ROLES: Final[tuple[str, ...]] = get_args(Role)
ORDERS: Final[tuple[str, ...]] = get_args(Order)
STYLES: Final[tuple[str, ...]] = get_args(Style)
VIEWPOINTS: Final = ("班子", "个人")
CHOICES: Final[dict[str, tuple[str, ...]]] = {
    "role": ROLES, "sort": ORDERS, "style": STYLES, "wish": WISHES, "viewpoint": VIEWPOINTS,
    "organisation": KINDS,
}  # fmt: skip


def choose(option: str, value: str, also: Sequence[str] = ()) -> None:
    """Refuse a value that is none of an option's choices; an empty one stands for no choice.

    Args:
        option: Its name, without dashes.
        value: What was given.
        also: Further choices, such as values that reports of the shelf have.

    Raises:
        ShelfError: ``choice_wrong``, told in the language of this call.
    """
    if value and value not in (*CHOICES[option], *also):
        raise ShelfError("choice_wrong", option=f"--{option}", value=value[:40], choices=_named(option, also))


def absent(assistant: Assistant, given: dict[str, str | int | None]) -> list[tuple[str, str, str]]:
    """(what, value, values there are) for each value asked for that no report of the shelf has."""
    there = assistant.report_values()
    return [
        (name, str(value), "、".join(one for one in there.get(name, {}) if one))
        for name, value in given.items()
        if value and str(value) not in there.get(name, {})
    ]


def _named(option: str, also: Sequence[str]) -> str:
    language = spoken()
    code = f"choices_{option}"
    known = tell(code, (), language) if code in sentences() else "、".join(CHOICES[option])
    further = [one for one in also if one and one not in CHOICES[option]]
    return "、".join([known, *further]) if language == "zh" else ", ".join([known, *further])
