"""Measures of the page: what the standard says, as equations."""

import pytest

from assistant.standard import CHINESE, ENGLISH, TWIPS_PER_MM, closing_indents, language_of, page_of, width_of


def test_the_type_area_is_156_by_225_millimetres_on_a4():
    assert (CHINESE.text_width, CHINESE.text_height) == (156, 225)
    assert (CHINESE.width, CHINESE.height, CHINESE.top, CHINESE.left) == (210, 297, 37, 28)


def test_22_lines_fit_the_type_area_and_no_wider_pitch_does():
    height = CHINESE.text_height * TWIPS_PER_MM
    assert CHINESE.lines * CHINESE.line_pitch <= height < CHINESE.lines * (CHINESE.line_pitch + 1)
    assert CHINESE.leading * 20 <= CHINESE.line_pitch


def test_28_characters_fit_a_line_a_29th_does_not_and_no_wider_space_does():
    width = CHINESE.text_width * TWIPS_PER_MM / 20
    pitch = CHINESE.body.size + CHINESE.char_space / 4096
    assert 28 * pitch <= width < 29 * pitch
    assert 28 * (pitch + 1 / 4096) > width


@pytest.mark.parametrize(
    ("signature", "date"),
    [
        ("青禾市审计局", "2024年1月5日"),
        ("某局", "2024年12月31日"),
        ("中共云溪县财政局机关委员会", "2024年1月5日"),
        ("青禾市审计局", "2024年12月5日"),
    ],
)
def test_the_date_begins_two_characters_right_of_the_signature_and_neither_is_nearer_the_edge_than_two(
    signature, date
):
    right, date_right = closing_indents(signature, date)
    begins = CHINESE.characters - right - width_of(signature)
    assert CHINESE.characters - date_right - width_of(date) == begins + 2
    assert min(right, date_right) == 2


def test_a_date_alone_stands_four_characters_from_the_edge():
    assert closing_indents("", "2024年1月5日")[1] == 4


def test_the_language_is_told_by_the_letters():
    assert language_of("二〇二四年工作总结 annual report") == "zh"
    assert language_of("The service opened 3 branches (图书馆).") == "en"
    assert language_of("") == "zh"
    assert (page_of("zh"), page_of("en")) == (CHINESE, ENGLISH)
