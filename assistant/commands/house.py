"""``ui doctor``: Zhibi in the browser, and what is configured."""

import os
import subprocess
import sys
from dataclasses import asdict

import typer

from assistant.commands.arguments import Json
from assistant.commands.terminal import configured, show, spoken
from assistant.diagnosis import diagnose
from assistant.service import ShelfError
from assistant.telling import tell

group = typer.Typer()


@group.command()
def ui() -> None:
    """Open Zhibi in the browser / 在浏览器中打开."""
    settings = configured()
    if settings.address not in ("127.0.0.1", "localhost", "::1"):
        raise ShelfError("address_open", address=settings.address)
    environment = os.environ | {"ZHIBI_DATA": str(settings.data)}
    try:
        raise SystemExit(subprocess.run([sys.executable, "-m", "ui"], env=environment).returncode)
    except KeyboardInterrupt:
        raise SystemExit(0) from None


@group.command()
def doctor(as_json: Json = False) -> None:
    """What is configured, where facts would be sent, what is missing / 检查配置."""
    rows = diagnose(configured())
    language = spoken()
    lines = (f"{'✓' if row.good else '✗'} {tell(row.code, row.values, language)}" for row in rows)
    show(as_json, [asdict(row) for row in rows], lines)
