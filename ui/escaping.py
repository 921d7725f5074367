"""Untrusted text -> text that no Markdown sink of Streamlit reads as markup."""

import re
import unicodedata

MARKUP = re.compile(r"([!-/:-@\[-`{-~])")
BLANK = re.compile("【(?:待补充|请核)[^【】]*】")


def escaped(text: str) -> str:
    r"""Every ASCII punctuation mark behind a backslash, invisible characters gone, lines kept apart.

    Streamlit fetches remote images from Markdown in captions, errors, toasts and labels; a file name
    or a sample's sentence must reach none of them unescaped.

    >>> escaped("![图](http://x)")
    '\\!\\[图\\]\\(http\\:\\/\\/x\\)'
    """
    seen = "".join(c for c in text if c in "\n\t" or unicodedata.category(c) not in ("Cc", "Cf", "Cs", "Co"))
    return MARKUP.sub(r"\\\1", seen).replace("\n", "  \n")


def set_off(line: str) -> str:
    r"""A line as ``escaped`` gives it, its visible blanks in colour.

    >>> set_off("开会【待补充：次数】次。")
    '开会:orange-background[【待补充：次数】]次。'
    """
    return BLANK.sub(lambda found: f":orange-background[{found[0]}]", escaped(line))
