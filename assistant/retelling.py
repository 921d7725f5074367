"""A sentence told in one language -> the same sentence in another, with the same values.

A finding bears the sentence it was told by, in the language of the draft; a reader of another language is
told it anew. A sentence that no template made stays as it is.
"""

import re
from functools import cache
from string import Template
from typing import Final

from assistant.telling import Language, sentences

_OF_GATE: Final = "gate_"
_PLACE: Final = re.compile(r"\$(\w+)")


def retold(message: str, language: Language) -> str:
    """The message of a finding in a language.

    >>> retold("“3次”还空着。请补上内容，或删去这一处。", "en")
    '“3次” is still blank. Fill it in, or take it out.'
    """
    for code, told, pattern in _patterns():
        if told != language and (found := pattern.fullmatch(message)):
            return Template(sentences()[code][language]).safe_substitute(found.groupdict())
    return message


@cache
def _patterns() -> tuple[tuple[str, Language, re.Pattern[str]], ...]:
    """(code, language, what its sentences look like), those with most words of their own first."""
    languages: tuple[Language, ...] = ("zh", "en")
    rows = [
        (code, language, row[language])
        for code, row in sentences().items()
        if code.startswith(_OF_GATE)
        for language in languages
    ]
    rows.sort(key=lambda row: -len(_PLACE.sub("", row[2])))
    return tuple((code, language, _pattern(told)) for code, language, told in rows)


def _pattern(told: str) -> re.Pattern[str]:
    pieces, seen, at = [], set[str](), 0
    for place in _PLACE.finditer(told):
        pieces.append(re.escape(told[at : place.start()]))
        pieces.append(f"(?P={place[1]})" if place[1] in seen else f"(?P<{place[1]}>.*?)")
        seen.add(place[1])
        at = place.end()
    return re.compile("".join((*pieces, re.escape(told[at:]))), re.DOTALL)
