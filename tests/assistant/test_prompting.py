import pytest

from assistant.prompting import PromptError, load, names, parse

HEAD = "version: 2\nabout: a test\nlanguage: zh\n---\n"
BODY = "## system\n只做一件事，付$$1。\n\n## user\n甲：$first\n乙：$second\n\n## part kind\n类别：$kind\n"


def test_a_file_becomes_a_prompt():
    prompt = parse(HEAD + BODY, "test")
    assert (prompt.tag, prompt.language, prompt.system) == ("test@2", "zh", "只做一件事，付$1。")
    assert prompt.fill(first="1", second="2") == "甲：1\n乙：2"
    assert prompt.part("kind", kind="总结") == "类别：总结"


@pytest.mark.parametrize("values", [{"first": "1"}, {"first": "1", "second": "2", "third": "3"}, {}])
def test_a_missing_and_a_superfluous_value_are_refused_alike(values):
    with pytest.raises(PromptError):
        parse(HEAD + BODY, "test").fill(**values)


def test_a_value_is_never_read_as_a_template():
    assert parse(HEAD + BODY, "test").fill(first="$second ${nonce} $$", second="%s {0}") == (
        "甲：$second ${nonce} $$\n乙：%s {0}"
    )


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        HEAD.replace("about: a test\n", "") + BODY,
        HEAD.replace("about", "abuot") + BODY,
        HEAD.replace("version: 2", "version: two") + BODY,
        HEAD.replace("version: 2", "version: 0") + BODY,
        HEAD.replace("zh", "fr") + BODY,
        HEAD + BODY.replace("## user", "## usr"),
        HEAD + BODY.replace("只做一件事", "只做$thing"),
        HEAD + BODY + "\n## user\n再来\n",
        HEAD + "前言\n" + BODY,
    ],
)
def test_a_malformed_file_is_refused(text):
    with pytest.raises(PromptError):
        parse(text, "test")


def test_an_unknown_part_is_refused():
    with pytest.raises(PromptError):
        parse(HEAD + BODY, "test").part("kinds")


@pytest.mark.parametrize("name", ["nothing", "../README", "README", "draft.md", "", "/etc/passwd"])
def test_a_name_that_is_no_prompt_is_refused(name):
    with pytest.raises(PromptError):
        load(name)


def test_each_prompt_has_its_twin_in_the_other_language_with_the_same_places():
    for name in names():
        if not name.endswith("_en"):
            one, other = load(name), load(f"{name}_en")
            assert (one.language, other.language) == ("zh", "en")
            assert dict(one.parts).keys() == dict(other.parts).keys()


def test_every_shipped_prompt_is_read_and_its_system_text_holds_no_place():
    assert set(names()) >= {"draft", "draft_en", "repair", "repair_en"}
    assert all("$" not in load(name).system for name in names())
