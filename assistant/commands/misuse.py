"""What typer refuses of a command line -> one sentence in the reader's language, and where to look."""

import re
from typing import Final

import typer

from assistant.telling import Language, tell

REFUSED: Final[type[Exception]] = typer.BadParameter.__mro__[1]
"""The fault behind all that typer refuses; it has no public name of its own."""
_LEAST: Final = re.compile(r"(?:greater than or equal to |range )(-?\d+)|^(-?\d+)<=x")
_MOST: Final = re.compile(r"(?:less than or equal to |<=)(\d+)")
_NAMED: Final = re.compile(r"'([^']*)'|\(([^()]*)\)\W*$")


def told(fault: Exception, language: Language) -> str:
    """What is wrong with the command line, what to write instead, and which help tells more."""
    kind = {one.__name__ for one in type(fault).__mro__}
    message = str(getattr(fault, "message", "") or fault)
    where = str(getattr(getattr(fault, "ctx", None), "command_path", "") or "zhibi")
    if "MissingParameter" in kind:
        said = tell("use_missing", [("name", _wanted(fault, language))], language)
    elif "NoSuchOption" in kind:
        said = _unknown_option(fault, language)
    elif "BadOptionUsage" in kind:
        said = tell("use_no_value", [("name", str(getattr(fault, "option_name", "")))], language)
    elif "BadParameter" in kind:
        said = _wrong_value(fault, message, language)
    else:
        said = _rest(message, language)
    return f"{said}{tell('use_help', [('command', where)], language)}"


def _wanted(fault: Exception, language: Language) -> str:
    """The name of a parameter, with what its help says of it in this language."""
    parameter = getattr(fault, "param", None)
    explained = str(getattr(parameter, "help", "") or "").split(" / ")
    about = explained[-1] if language == "zh" else explained[0]
    return f"{_name(fault)}（{about}）" if about and language == "zh" else _name(fault)


def _name(fault: Exception) -> str:
    """``--year`` for an option, ``QUERY`` for an argument."""
    parameter = getattr(fault, "param", None)
    names = [str(name) for name in getattr(parameter, "opts", ())]
    longest = max(names, key=len, default="?")
    return longest if longest.startswith("-") else longest.upper()


def _unknown_option(fault: Exception, language: Language) -> str:
    name = str(getattr(fault, "option_name", ""))
    like = [str(one) for one in getattr(fault, "possibilities", None) or ()]
    said = tell("use_no_option", [("name", name)], language)
    return said + (tell("use_perhaps", [("names", "、".join(like))], language) if like else "")


def _wrong_value(fault: Exception, message: str, language: Language) -> str:
    """The bounds of a number are told; what else a value may be, typer says nowhere but in its message."""
    least, most = _LEAST.search(message), _MOST.search(message)
    bounds = [
        tell(code, [("bound", next(group for group in found.groups() if group))], language)
        for code, found in (("use_least", least), ("use_most", most))
        if found
    ]
    if not bounds and re.search("integer|int_", message):
        bounds = [tell("use_whole", (), language)]
    why = "，".join(bounds) if language == "zh" else ", ".join(bounds)
    return tell("use_wrong", [("name", _name(fault)), ("why", why or message)], language)


def _rest(message: str, language: Language) -> str:
    named = _NAMED.search(message)
    name = [("name", (named[1] or named[2] or "") if named else "")]
    if message.startswith("No such command"):
        return tell("use_no_command", name, language)
    if message.startswith("Missing command"):
        return tell("use_command", (), language)
    if "unexpected extra" in message:
        return tell("use_extra", name, language)
    return tell("use_otherwise", [("detail", message)], language)
