from assistant.repeating import instead, repeats
from index.texts import Text

SHELF = tuple(
    Text(i, f"{i:012x}", "", "", 2020, text)
    for i, text in enumerate(("层层压实责任，扛牢责任。", "扛牢责任，推动发展。", "落实责任到人。"))
)


def test_a_phrase_said_twice_is_told_with_wordings_that_reports_attest():
    draft = "压实责任链条，抓好落实。各科室压实责任链条。"
    (found,) = repeats(draft, SHELF)
    assert found.text == "压实责任链条"
    assert [span.of(draft) for span in found.places] == ["压实责任链条"] * 2


def test_other_verbs_of_the_same_object_are_offered_by_how_many_reports_say_them():
    assert instead("压实责任", SHELF) == (("扛牢责任", 2), ("落实责任", 1))


def test_formulations_and_particulars_may_recur():
    assert repeats("增强“四个意识”。树牢“四个意识”。清河县人民医院达标。清河县人民医院获奖。", SHELF) == ()


def test_only_the_longest_of_a_repeated_wording_is_told():
    found = repeats("推动各项工作走深走实。推动各项工作走深走实。", SHELF)
    assert [one.text for one in found] == ["推动各项工作走深走实"]


def test_a_draft_that_says_nothing_twice_has_no_repeats():
    assert repeats("抓好学习。", SHELF) == repeats("", SHELF) == ()


def test_topics_may_recur_and_manner_may_not():
    draft = "作风建设抓得紧，严格落实制度。作风建设有成效，严格落实清单。作风建设不松劲，严格落实责任。"
    assert [one.text for one in repeats(draft, SHELF)] == ["严格落实"]


def test_another_adverb_is_offered_for_the_same_verb():
    shelf = [
        Text(1, "a" * 12, "", "", 2020, "坚决落实要求，全面落实制度。"),
        Text(2, "b" * 12, "", "", 2020, "全面落实。"),
    ]
    assert instead("严格落实", shelf) == (("全面落实", 2), ("坚决落实", 1))


def test_a_verb_that_serves_as_a_name_is_not_offered():
    shelf = [Text(1, "a" * 12, "", "", 2020, "各级领导干部要引领干部成长，切实教育干部。")]
    assert {words for words, _ in instead("引导干部", shelf)} == {"教育干部"}
