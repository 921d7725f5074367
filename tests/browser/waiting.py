"""What tests in a browser wait for: that the page is drawn, not that some time is over."""

from playwright.sync_api import expect

SLOW = 30_000


def settled(page):
    """The page, once the server has drawn it to the end and no other run is under way."""
    drawn = page.locator(".stApp[data-test-script-state=notRunning][data-test-connection-state=CONNECTED]")
    expect(drawn).to_be_visible(timeout=SLOW)
    page.wait_for_timeout(60)  # a run that a press begins is told to the page a moment later
    expect(drawn).to_be_visible(timeout=SLOW)
    return page
