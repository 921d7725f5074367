"""The example briefs that ship with Zhibi."""

from assistant.exemplars import examples


def test_the_first_example_is_chinese_and_every_example_has_facts():
    found = examples()
    assert len(found) >= 4
    assert found[0].language == "zh"
    assert all(example.section and len(example.notes) > 20 for example in found)
