"""A date as a writer types it -> the date as it stands below a signature: 2024-12-20 -> 2024年12月20日."""

import re
from datetime import date
from typing import Final

from assistant.standard import Language

_DAY: Final = re.compile(
    r"(\d{4})\s?(?:年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?[日号]|([-/.])\s?(\d{1,2})\s?\4\s?(\d{1,2}))|(\d{4})(\d\d)(\d\d)"
)
_MONTH: Final = re.compile(r"\d{4}\s?年\s?(?:0?[1-9]|1[0-2])\s?月")
_SPELT: Final = re.compile(
    r"[〇○零一二三四五六七八九]{4}年(?:十[一二]?|[一二三四五六七八九])月"
    r"(?:(?:三十一?|二?十[一二三四五六七八九]?|二十|[一二三四五六七八九])[日号])?"
)
_MONTHS: Final = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip
_ENGLISH: Final = re.compile(
    r"(?:\d{1,2}(?:st|nd|rd|th)? MONTH,?|MONTH \d{1,2}(?:st|nd|rd|th)?,) \d{4}".replace(
        "MONTH", f"(?:{'|'.join(_MONTHS)})"
    )
)


def is_date(text: str) -> bool:
    """Whether a line is nothing but a date that can be read, whichever way it is written.

    >>> [is_date(one) for one in ("2024/12/20", "二〇二四年十二月二十日", "2024年12月", "2024-13-01", "明天")]
    [True, True, True, False, False]
    """
    plain = text.strip()
    return _day(plain) is not None or any(form.fullmatch(plain) for form in (_MONTH, _SPELT, _ENGLISH))


def dated(text: str, language: Language = "zh") -> str:
    """A date in the form of official papers; one spelt out, or not to be read, stays as it was.

    >>> dated("2024-12-20"), dated("2024/1/5"), dated("2024-12-20", "en"), dated("明天")
    ('2024年12月20日', '2024年1月5日', '20 December 2024', '明天')
    """
    day = _day(text.strip())
    if day is None:
        return text.strip()
    if language == "en":
        return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
    return f"{day.year}年{day.month}月{day.day}日"


def _day(text: str) -> date | None:
    found = _DAY.fullmatch(text)
    if found is None:
        return None
    year, month, day = (int(part) for number, part in enumerate(found.groups(), 1) if part and number != 4)
    try:
        return date(year, month, day)
    except ValueError:
        return None
