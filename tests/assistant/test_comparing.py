"""Side by side: grouped by verb or job, aligned, copies folded, k of N reports."""

from assistant.comparing import compare
from index.embedding import open_embedder
from index.texts import Text
from index.types import Hit, Passage, Span

EMBED = open_embedder().embed


def shelf(*bodies):
    return tuple(
        Text(i, f"{i:012x}", f"报告{i}", "工作总结", 2020 + i % 4, body) for i, body in enumerate(bodies)
    )


def everything(texts):
    def search(_):
        return [Hit(Passage(f"{t.id}-0", t.id, (), Span(0, len(t.text)), t.text), 1.0) for t in texts]

    return search


def compared(text, *bodies):
    texts = shelf(*bodies)
    return compare(text, texts, everything(texts), EMBED)


def test_two_verbs_of_a_formulation_are_two_ways():
    found = compared(
        "两个确立",
        "深刻领悟“两个确立”的决定性意义，狠抓落实。",
        "党员干部深刻领悟“两个确立”的决定性意义。",
        "坚决拥护“两个确立”、做到“两个维护”。",
    )
    assert [(way.label, way.reports) for way in found.ways] == [("领悟…两个确立", 2), ("拥护…两个确立", 1)]
    assert (found.reports, found.among) == (3, 3)
    assert found.ways[1].said[0].text == "坚决拥护“两个确立”"


def test_what_is_said_stands_at_its_place_in_the_report():
    bodies = ("一、工作\n不断增强“四个意识”，压实责任。", "二、其他\n牢固树立“四个意识”。")
    for way in compared("四个意识", *bodies).ways:
        for said in way.said:
            assert bodies[int(said.report_id, 16)][said.start : said.end] == said.text


def test_shared_stretches_are_shared_with_the_typical_wording():
    found = compared("压实责任", "层层压实责任。", "逐级压实责任。", "压实责任不放松。")
    assert found.reports == 3
    for way in found.ways:
        for said in way.said[1:]:
            for span in said.shared:
                assert span.of(said.text) in way.said[0].text


def test_near_copies_are_folded_and_still_counted():
    line = "召开专题会议{}次研究部署党风廉政建设工作，压实责任。"
    found = compared("专题会议", line.format(12), line.format(14), "组织专题会议研究安全生产。")
    assert sum(len(way.said) for way in found.ways) == 2
    assert sorted(way.reports for way in found.ways) == [1, 2]
    (folded,) = [said for way in found.ways for said in way.said if said.copies]
    assert len(folded.copies) == 1


def test_a_sentence_brings_sentences_of_its_job_not_of_its_topic_alone():
    found = compared(
        "理论学习还不够深入。",
        "理论学习不够系统，学用结合不紧。",
        "组织中心组理论学习15次。",
        "理论学习的自觉性不够强。",
    )
    said = {said.text for way in found.ways for said in way.said}
    assert "理论学习不够系统，学用结合不紧" in said
    assert "组织中心组理论学习15次" not in said


def test_the_typical_wording_can_be_taken_over_with_blanks():
    found = compared(
        "召开党委会专题研究12次。", "全年召开党委会专题研究工作28次。", "召开党委会专题研究9次。"
    )
    assert all("28" not in way.masked and "〈数〉" in way.masked for way in found.ways)


def test_nothing_asked_or_nothing_there_finds_no_way():
    assert compared("  ", "压实责任。").ways == ()
    assert compared("压实责任").ways == ()
    assert compare("航天发射", shelf("压实责任。"), lambda _: (), EMBED).ways == ()


def test_where_few_say_it_what_is_near_in_meaning_stands_apart():
    found = compared("压实责任", "压实责任，逐项分解。", "压实责任。", "层层落实主体责任，传导压力。")
    said = [one.start for way in found.ways for one in way.said]
    assert said and all("压实责任" not in one.text for way in found.near for one in way.said)


def test_what_is_near_is_told_also_when_it_is_of_the_same_way():
    found = compared(
        "严格落实意识形态责任制。", "严格落实意识形态责任制。", "定期研究意识形态工作，抓好意识形态责任。"
    )
    near = {said.text for way in found.near for said in way.said}
    assert "定期研究意识形态工作，抓好意识形态责任" in near | {s.text for way in found.ways for s in way.said}
