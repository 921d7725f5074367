from assistant.collocating import collocate, drafted, names
from index.texts import Text


def shelf(*bodies):
    return tuple(
        Text(i, f"{i:012x}", f"报告{i}", "", 2018 + i if i < 9 else None, body)
        for i, body in enumerate(bodies)
    )


TEXTS = shelf(
    "牢固树立“四个意识”。", "切实增强四个意识，增强“四个意识”。", "不断增强“四个意识”。", "抓好春耕。"
)


def test_verbs_are_counted_by_report_with_the_adverbs_they_are_said_with():
    found = collocate("四个意识", TEXTS)
    assert [(use.words, use.reports, use.count) for use in found.verbs] == [("增强", 2, 3), ("树立", 1, 1)]
    assert dict(found.verbs[0].phrases) == {"切实增强": 1, "增强": 1, "不断增强": 1}


def test_spellings_years_and_spread_are_told():
    found = collocate("“四个意识”", TEXTS)
    assert {use.words: use.count for use in found.variants} == {"“四个意识”": 3, "四个意识": 1}
    assert (found.first, found.last, found.reports, found.among) == (2018, 2020, 3, 4)
    assert sum(found.by_year.values()) == found.reports
    assert found.known and found.current


def test_a_past_formulation_is_told_with_what_is_said_instead():
    found = collocate("三个自信", TEXTS)
    assert (found.current, found.next, found.count) == (False, "四个自信", 0)


def test_words_outside_the_lexicon_are_looked_up_as_they_stand():
    found = collocate("春耕", TEXTS)
    assert (found.known, found.reports, found.verbs[0].words) == (False, 1, "抓好")


def test_a_draft_is_told_which_formulations_it_uses():
    draft = "增强“四个意识”，坚定三个自信。"
    used = drafted(draft, TEXTS, 2024)
    assert [(one.name, one.current, one.reports) for one in used] == [
        ("四个意识", True, 3),
        ("三个自信", False, 0),
    ]
    assert all(draft[one.start : one.end] == one.text for one in used)
    assert drafted(draft, TEXTS, 2014)[1].current
    assert [span.of(draft) for span in collocate("四个意识", TEXTS, draft).in_draft] == ["四个意识"]


def test_a_rating_or_an_everyday_word_with_a_number_is_no_formulation():
    draft = "电子病历五级、三级甲等医院、四级联动、两级财政、5A级景区，深化APP应用，落实“三会一课”。"
    assert [one.name for one in drafted(draft, TEXTS, 2024)] == ["三会一课"]


def test_examples_stand_where_they_say():
    for use in collocate("四个意识", TEXTS).verbs:
        for example in use.examples:
            text = TEXTS[int(example.report_id, 16)].text
            assert text[example.start : example.end] == "四个意识"
            assert example.text in text


def test_an_empty_name_finds_nothing():
    assert collocate(" ", TEXTS).count == 0


def test_there_are_names_to_choose_from():
    assert {"四个意识", "两个确立"} <= set(names())
