"""What tests in a browser wait for: that the page is drawn, not that some time is over."""

import time
from itertools import count

from playwright.sync_api import Error, expect

SLOW = 60_000
QUIET_MS = 120
"""A run that a press begins is told to the page a moment later; so long must it have been quiet."""
DRAWN = """([call, quiet]) => {
  const { testScriptState, testConnectionState } = document.querySelector('.stApp')?.dataset ?? {};
  const drawn = testScriptState === 'notRunning' && testConnectionState === 'CONNECTED'
    && !document.querySelector('[data-stale=true], [data-testid=stSkeleton]');
  const now = performance.now(), known = window.drawn;
  if (!drawn) window.drawn = null;
  else if (known?.call !== call) window.drawn = { call, since: now };
  return drawn && now - window.drawn.since >= quiet;
}"""
"""Whether the page is drawn to its end, with nothing of an earlier run left, for a while since asked."""
STILL = """([element, call]) => {
  const { x, y, width, height } = element.getBoundingClientRect(), known = window.still;
  const place = [x, y, width, height, call].join();
  if (known?.place !== place) window.still = { place, frames: 0 };
  return width > 0 && ++window.still.frames > 8;
}"""
"""Whether an element has stood at one place for some frames."""
_CALLS = count()


def settled(page):
    """The page, once the server has drawn it to the end and no other run is under way."""
    page.wait_for_function(DRAWN, arg=[next(_CALLS), QUIET_MS], polling=20, timeout=SLOW)
    return page


def still(locator):
    """Where the one element stands on the screen, once it has stopped moving: x, y, width, height."""
    page = settled(locator.page)
    expect(locator).to_have_count(1, timeout=SLOW)
    locator.scroll_into_view_if_needed(timeout=SLOW)
    page.wait_for_function(STILL, arg=[locator.element_handle(), next(_CALLS)], timeout=SLOW)
    return locator.bounding_box()


def drawn(table, words):
    """Where the one table stands, once these words are drawn in it: its cells are a picture."""
    place = still(table)
    expect(table.locator("[id^=glide-cell]").filter(has_text=words).first).to_be_attached(timeout=SLOW)
    return place


def until(page, holds):
    """The page, once something holds of it that no locator can tell."""
    ends = time.monotonic() + SLOW / 1000
    while not _holds(holds):
        assert time.monotonic() < ends, "the page never came to it"
        page.wait_for_timeout(50)
    return page


def _holds(holds):
    """Whether it holds now; while the server draws anew an element can stand there twice, or not at all."""
    try:
        return holds()
    except Error:
        return False
