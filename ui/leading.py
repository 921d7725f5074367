"""An address of more than one step, which is none of ours -> the first page.

Streamlit answers it with its own page, whose parts it then looks for beside that address: a blank screen.
"""

from contextlib import suppress
from typing import Any

OWN = ("static", "media", "component", "app", "vendor")
"""First steps of the server's own addresses, besides those that begin with ``_``."""


def is_strange(path: str) -> bool:
    """Whether an address leads to none of our pages and to nothing of the server's own.

    >>> is_strange("a/b"), is_strange("report"), is_strange("static/js/gone.js"), is_strange("_stcore/x")
    (True, False, False, False)
    """
    first, *others = path.replace("\\", "/").strip("/").split("/")
    return bool(others) and not first.startswith("_") and first not in OWN and "_stcore" not in others


def lead_home() -> None:
    """From now on, send who asks for such an address to the first page."""
    with suppress(ImportError):  # an older Streamlit has another server, and answers as it always did
        from starlette.exceptions import HTTPException
        from starlette.responses import RedirectResponse, Response
        from starlette.staticfiles import StaticFiles

        answer = StaticFiles.get_response

        async def led(self: StaticFiles, path: str, scope: Any) -> Response:  # noqa: ANN401
            try:
                return await answer(self, path, scope)
            except HTTPException as fault:
                if fault.status_code != 404 or not is_strange(path):
                    raise
                return RedirectResponse("/")

        StaticFiles.get_response = led  # type: ignore[method-assign]
