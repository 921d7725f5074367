import ast
import string
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.telling import reader_language, sentences, tell

ROOT = Path(__file__).parents[2]
TELLERS = {"tell", "say", "ShelfError", "ModelError", "Caution", "Diagnosis"}


def named(told: ast.expr) -> set[str]:
    """Codes an expression spells out: one word, or one of two."""
    if isinstance(told, ast.IfExp):
        return named(told.body) | named(told.orelse)
    return {str(told.value)} & sentences().keys() if isinstance(told, ast.Constant) else set()


def begun(told: ast.expr) -> set[str]:
    """Codes that begin as an f-string of the expression does."""
    if isinstance(told, ast.IfExp):
        return begun(told.body) | begun(told.orelse)
    if isinstance(told, ast.JoinedStr) and isinstance(told.values[0], ast.Constant):
        return {code for code in sentences() if code.startswith(str(told.values[0].value))}
    return set()


def names_given(call: ast.Call) -> set[str] | None:
    """Names of the values of a call; None where they are made elsewhere."""
    if any(word.arg is None for word in call.keywords):
        return None
    names = {str(word.arg) for word in call.keywords}
    for pairs in call.args[1:2]:
        if not isinstance(pairs, ast.List | ast.Tuple):
            return None
        for pair in pairs.elts:
            if not (isinstance(pair, ast.Tuple) and isinstance(pair.elts[0], ast.Constant)):
                return None
            names.add(str(pair.elts[0].value))
    return names


def tellings() -> Iterator[tuple[str, ast.expr, set[str]]]:
    """(place, what names the sentence, names of the values) of every call that tells one."""
    for folder in ("index", "assistant"):
        for file in sorted((ROOT / folder).rglob("*.py")):
            for call in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
                if not isinstance(call, ast.Call) or not call.args:
                    continue
                name = getattr(call.func, "id", getattr(call.func, "attr", ""))
                if name in TELLERS and (given := names_given(call)) is not None:
                    yield f"{file.relative_to(ROOT)}:{call.lineno}", call.args[0], given


def test_every_place_that_tells_a_sentence_gives_all_its_values():
    told = list(tellings())
    single = {code for _, one, _ in told for code in named(one)}  # the fault blank_gone is no f"blank_{kind}"
    assert len(single) > 120
    for place, one, given in told:
        for code in named(one) | (begun(one) - single):
            wanted = set(string.Template(sentences()[code]["zh"]).get_identifiers())
            assert wanted <= given, f"{place} tells {code} without {sorted(wanted - given)}"


def test_no_two_files_of_messages_share_a_code():
    files = (ROOT / "assistant/messages").glob("*.toml")
    told = Counter(code for file in files for code in tomllib.loads(file.read_text(encoding="utf-8")))
    assert [code for code, times in told.items() if times > 1] == []


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_sentence_ever_shows_the_name_of_a_place_that_was_not_filled(language):
    for code in sentences():
        assert "$" not in tell(code, (), language), code


def test_every_code_has_a_sentence_in_both_languages_with_the_same_places():
    table = sentences()
    assert "unexpected" in table
    for code, row in table.items():
        assert set(row) == {"zh", "en"}, code
        places = [set(string.Template(row[language]).get_identifiers()) for language in ("zh", "en")]
        assert places[0] == places[1], code


def test_values_are_put_in_as_they_are():
    assert "/甲/$x" in tell("folder_unusable", [("folder", "/甲/$x")], "zh")


def test_an_unknown_code_is_still_a_sentence():
    assert "never_heard_of" in tell("never_heard_of", (), "en")
    assert tell("never_heard_of", (), "zh").endswith("。")


def test_the_locale_chooses_the_language_and_chinese_is_the_default(monkeypatch):
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    assert reader_language() == "zh"
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    assert reader_language() == "en"
    assert reader_language("zh") == "zh"
