import fnmatch
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SHIPPED = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["setuptools"]["package-data"]


@pytest.mark.parametrize("package", sorted(SHIPPED))
def test_every_data_file_of_a_package_goes_into_the_wheel(package):
    held = [path for path in (ROOT / package).rglob("*") if path.is_file()]
    data = [path.relative_to(ROOT / package) for path in held if path.suffix not in (".py", ".pyc")]
    left_out = [
        str(path)
        for path in data
        if path.parts[0] != "editor"  # the source of static/editor.js
        and not any(fnmatch.fnmatch(str(path), glob) for glob in SHIPPED[package])
    ]
    assert data and left_out == []
