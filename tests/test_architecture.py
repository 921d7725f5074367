"""The house: layers, vendor homes, tests that mirror files, one noun or stage a file."""

import ast
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LAYERS = ("assistant", "index", "ui")
HOMES = {
    "chromadb": "index/vectors.py",
    "tantivy": "index/lexical.py",
    "sqlalchemy": "index/database.py",
    "sentence_transformers": ("index/embedding.py", "index/reranking.py"),
    "tokenizers": "index/embedding.py",
    "safetensors": "index/embedding.py",
    "torch": "index/embedding.py",
    "docx": (
        "index/reading/",
        "assistant/typesetting.py",
        "assistant/paging.py",
        "assistant/inking.py",
        "assistant/tablesetting.py",
    ),
    "pdfplumber": "index/reading/",
    "pdfminer": "index/reading/",
    "langchain": "assistant/models.py",
    "langchain_core": ("assistant/models.py", "assistant/retriever.py"),
    "langchain_openai": "assistant/models.py",
    "langchain_ollama": "assistant/models.py",
    "openai": "assistant/models.py",
    "httpx": ("assistant/models.py", "assistant/connecting.py", "index/endpoint.py"),
    "typer": ("assistant/__main__.py", "assistant/commands/"),
    "rich": "assistant/commands/",
    "pydantic_settings": "assistant/settings.py",
    "streamlit": "ui/",
}
WITHOUT_A_TEST = {
    # nouns, entries, and pages that tests/ui and tests/browser drive as a whole
    "assistant/types.py", "index/types.py", "index/errors.py", "index/schema.py",
    "ui/__main__.py", "ui/app.py", "ui/state.py", "ui/components.py", "ui/draft_page.py", "ui/draft_view.py",
    "ui/sources_view.py", "ui/welcome_view.py", "ui/adding_view.py", "ui/proof_view.py", "ui/return_view.py",
     "ui/drafts_view.py", "ui/export_view.py", "ui/proposal_view.py", "ui/blanks_view.py",
     "ui/shelf_view.py", "ui/report_view.py", "ui/editing_view.py", "ui/findings_view.py",
     "ui/report_page.py", "ui/report_facts.py", "ui/report_sections.py", "ui/roll_view.py",
     "ui/library_page.py", "ui/compare_page.py", "ui/compare_view.py",
    "ui/compare_phrases.py", "ui/compare_reports.py", "ui/settings_page.py",
    "ui/asked_view.py", "ui/report_outline.py", "ui/report_unplaced.py",
}  # fmt: skip
BESIDE = {".ci", ".git", ".gitignore", ".streamlit", "LICENSE", "Makefile", "README.md", "README.zh-CN.md",
          "assistant", "benchmarks", "docs", "index", "prompts", "pyproject.toml", "requirements.lock",
          "tests", "tools", "ui"}  # fmt: skip


def sources():
    return sorted(path for layer in LAYERS for path in (ROOT / layer).rglob("*.py"))


def imports(path):
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            yield node.module


def at_import(path):
    """Modules that importing the file loads: those imported outside functions."""
    for node in ast.parse(path.read_text("utf-8")).body:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module


def test_the_layers_are_kept():
    from importlinter.cli import lint_imports

    sys.path.insert(0, str(ROOT))
    try:
        assert lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True) == 0
    finally:
        sys.path.remove(str(ROOT))


@pytest.mark.parametrize("path", sources(), ids=lambda path: str(path.relative_to(ROOT)))
def test_every_vendor_is_imported_only_in_its_home(path):
    here = str(path.relative_to(ROOT))
    for module in imports(path):
        home = HOMES.get(module.split(".")[0])
        assert home is None or here.startswith(home), f"{here} imports {module}, whose home is {home}"


def test_every_file_says_in_its_first_line_what_it_is():
    silent = [
        str(path.relative_to(ROOT))
        for path in sources()
        if path.read_text("utf-8").strip() and not ast.get_docstring(ast.parse(path.read_text("utf-8")))
    ]
    assert silent == []


def test_every_stage_has_a_test_file_of_its_name():
    missing = []
    for path in sources():
        here = path.relative_to(ROOT)
        test = ROOT / "tests" / here.parent / f"test_{here.name}"
        if path.name != "__init__.py" and str(here) not in WITHOUT_A_TEST and not test.exists():
            missing.append(str(here))
    assert missing == []


def mirrored(here):
    """The file a test is named after; ``test_chunking_real.py`` tests chunking.py from another side."""
    words = here.stem.removeprefix("test_").split("_")
    return any(
        home.exists() or home.with_suffix("").is_dir()
        for count in range(1, len(words) + 1)
        for home in [ROOT / here.parent / ("_".join(words[:count]) + ".py")]
    )


def test_every_test_file_mirrors_a_file():
    for path in (ROOT / "tests").rglob("test_*.py"):
        here = path.relative_to(ROOT / "tests")
        if len(here.parts) > 1 and here.parts[0] in LAYERS:
            assert mirrored(here), f"{here} tests a file that is not there"


def test_nothing_heavy_is_loaded_by_importing_a_file():
    heavy = {"chromadb", "langchain", "langchain_openai", "langchain_ollama", "sentence_transformers",
             "torch", "docx", "pdfplumber", "openai"}  # fmt: skip
    loaded = [
        f"{path.relative_to(ROOT)}: {module}"
        for path in sources()
        if not str(path.relative_to(ROOT)).startswith("index/reading/")
        for module in at_import(path)
        if module.split(".")[0] in heavy
    ]
    assert loaded == []


def test_no_file_is_named_after_nothing():
    vague = {
        "utils.py",
        "helpers.py",
        "helper.py",
        "common.py",
        "misc.py",
        "manager.py",
        "core.py",
        "base.py",
    }
    assert [str(p.relative_to(ROOT)) for p in sources() if p.name in vague] == []


def test_the_top_level_holds_only_what_was_agreed():
    import subprocess

    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], cwd=ROOT, capture_output=True
    )
    if listed.returncode != 0:
        pytest.skip("not a git checkout")
    assert {line.split("/")[0] for line in listed.stdout.decode().split("\0") if line} <= BESIDE


def test_no_prompt_text_stands_in_code():
    for path in sources():
        text = path.read_text("utf-8")
        assert "你是一" not in text, path
        assert "You are a" not in text, path
