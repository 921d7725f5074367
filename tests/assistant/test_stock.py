import re

from assistant.stock import phrases, stock, words

OUTCOME = re.compile(r"持续向好|提质|增效|新台阶|见效|成效|显著|明显|取得|实现|全覆盖|更加|持续提升|持续改善")


def test_no_wording_of_zhibis_own_claims_a_result():
    for facet in stock("facets")["facet"]:
        for text in (*facet["labels"], *facet["aims"]):
            assert not OUTCOME.search(text), text
        assert all(aim.startswith(("着力", "切实")) for aim in facet["aims"]), facet["name"]


def test_no_cue_shows_two_facets():
    cues = [cue.lstrip("~!") for facet in stock("facets")["facet"] for cue in facet["cues"].split()]
    assert len(cues) == len(set(cues))


def test_every_family_and_realm_named_is_there():
    families = {facet["family"] for facet in stock("facets")["facet"]}
    known = set(stock("facets")["family"])
    assert families <= known | {"honour"}
    in_realms = [name for realm in stock("facets")["realm"].values() for name in realm["families"].split()]
    assert len(in_realms) == len(set(in_realms)) and set(in_realms) <= known


def test_words_come_longest_first_and_missing_entries_are_empty():
    found = words("attitudes", "aim")
    assert [len(one) for one in found] == sorted((len(one) for one in found), reverse=True)
    assert words("attitudes", "nothing") == () and phrases("work", "nothing") == ()
