"""How long the gate takes: for a long text, and against a whole shelf."""

import time

from assistant.checking import check
from assistant.noting import note
from assistant.service import Assistant
from assistant.settings import open_settings


def speed(length, most=60):
    """Seconds for a text of that many characters with ``most`` facts, the best of three."""
    facts = note("\n".join(f"开展第{n}轮检查，走访{n + 20}户，投入{n}.5万元" for n in range(1, most + 1)))
    text = "".join(
        f"开展第{n % 60 + 1}轮检查，走访{n % 60 + 21}户，投入{n % 60 + 1}.5万元，抓好工作。"
        for n in range(250)
    )[:length]
    return min(clocked(lambda: check(text, facts, year=2023)) for _ in range(3))


def mixed(length, most=334):
    """The same with facts of dates, counts, money, shares and rates, and a text that states others."""
    fact = "{}月{}日开展第{}轮检查，走访{}户，投入{}.5万元，满意率{}.{}%，同比增长{}.3%"
    told = "{}月{}日开展第{}轮排查，走访{}户，拨付{}.7万元，满意度{}.{}%，同比提高{}.9%。"
    lines = (
        fact.format(3, n % 28 + 1, n, n + 20, n, 50 + n % 49, n % 10, n % 13) for n in range(1, most + 1)
    )
    text = "".join(
        told.format(4, n % 28 + 1, n, n + 421, n, 50 + n % 40, n % 10, n % 11) for n in range(1, 121)
    )
    facts = note("\n".join(lines))
    return min(clocked(lambda: check(text[:length], facts, year=2023)) for _ in range(3))


def clocked(act):
    """Seconds an act takes."""
    start = time.perf_counter()
    act()
    return time.perf_counter() - start


def shelved(folder):
    """How long 3,000 characters of a shelf's own report take to check against all of it."""
    with Assistant(open_settings(folder)) as assistant:
        cards = assistant.shelf.reports()
        text = max((assistant.shelf.report(card.id).text for card in cards[:50]), key=len)[:3000]
        facts = note("全年召开会议12次")
        seconds = min(clocked(lambda: assistant.check(text, facts, 2023)) for _ in range(3))
        passages = sum(card.passages for card in cards)
    return (
        f"{len(cards)} reports, {passages} passages: {len(text)} characters copied, {seconds * 1000:.0f} ms"
    )
