"""The editor's bundle is what its source says."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

UI = Path(__file__).parent.parent.parent / "ui"
BUNDLE = UI / "static" / "editor.js"


def test_a_bundle_built_anew_is_the_one_that_ships(tmp_path):
    esbuild = UI / "editor" / "node_modules" / ".bin" / "esbuild"
    if shutil.which("node") is None or not esbuild.exists():
        pytest.skip("the editor's packages are not installed: npm ci in ui/editor")
    built = tmp_path / "editor.js"
    words = [esbuild, "editor.js", "--bundle", "--minify", "--format=esm", "--target=chrome105",
             "--legal-comments=none", f"--outfile={built}"]  # fmt: skip
    subprocess.run(words, cwd=UI / "editor", check=True, capture_output=True)
    assert built.read_bytes() == BUNDLE.read_bytes()


def test_the_bundle_names_no_address_to_fetch_from():
    assert re.findall(r"https?://[^\"'\s)]+", BUNDLE.read_text("utf-8")) in (
        [],
        ["http://www.w3.org/2000/svg"],
    )


def test_every_bundled_package_is_named_with_its_licence():
    lock = (UI / "editor" / "package-lock.json").read_text("utf-8")
    licences = (UI / "static" / "LICENCES.txt").read_text("utf-8")
    bundled = set(
        re.findall(r'"node_modules/((?:@codemirror|@marijn)/[^"]+|crelt|style-mod|w3c-keyname)"', lock)
    )
    assert len(bundled) > 6
    assert {name for name in bundled if name not in licences} == set()
