from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from ui.picturing import as_svg, bars, fitted, grid, wide


def texts(picture):
    return [shape.text for shape in picture.shapes if shape.text]


def test_every_number_is_written_so_that_no_colour_is_needed():
    assert {"2021", "3", "2024", "7"} <= set(texts(bars([("2021", 3), ("2024", 7)])))
    shown = texts(grid(["落实", "履行"], ["2021", "2024"], [[1, 0], [None, 4]]))
    assert sorted(shown) == ["0", "1", "2021", "2024", "4", "履行", "落实"]


def test_the_longest_bar_belongs_to_the_greatest_number_and_none_leaves_the_picture():
    picture = bars([("一份名字很长很长很长很长很长很长很长很长的报告", 9), ("短", 3)], 300)
    fields = [shape for shape in picture.shapes if not shape.text]
    assert fields[0].width > fields[1].width
    assert all(shape.x + shape.width <= picture.width for shape in fields)


def test_the_saved_picture_is_whole_xml_whatever_a_title_holds():
    picture = grid(["<b>&\x00“报告”"], ["1"], [[50]])
    root = ElementTree.fromstring(as_svg(picture))
    assert "<b>&“报告”" in "".join(root.itertext())


def test_nothing_makes_a_small_picture():
    assert bars([]).height > 0
    assert as_svg(grid([], [], []))


@given(st.text(max_size=40), st.floats(20, 300))
def test_cut_words_fit_their_room(text, room):
    assert wide(fitted(text, room)) <= max(room + 0.5, 13)
