"""Straight quotes of a Chinese line -> “…”, and back again where the writer typed them straight."""

import re

from assistant.marking import marking
from assistant.slips import fixed


def curled(line: str) -> str:
    """A Chinese line with its straight quotes paired; one that has a quote without a partner stays.

    ``len(curled(line)) == len(line)``.

    >>> curled('落实"双减"政策'), curled('落实"双减政策')
    ('落实“双减”政策', '落实"双减政策')
    """
    if '"' not in line:
        return line
    return fixed(line, tuple(slip for slip in marking(line) if slip.kind == "straight_quote"))


def straightened(line: str, before: str) -> str:
    """A line that came back from Word with the quotes straight that the text before had straight.

    >>> straightened("落实“双减”和“三新”", '落实"双减"')
    '落实"双减"和“三新”'
    """
    for own in before.splitlines():
        if '"' in own and curled(own.strip()) == line:
            return own.strip()
    return re.sub("“([^“”\n]*)”", lambda found: _typed(found, before), line)


def _typed(found: re.Match[str], before: str) -> str:
    straight = f'"{found[1]}"'
    return straight if straight in before and found[0] not in before else found[0]
