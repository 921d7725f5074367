from ui.compare_pictures import by_year, percents


def test_every_year_has_a_number_for_every_row():
    years, values = by_year([("落实", {"2023": 2}), ("履行", {"2021": 1, "2023": 4}), ("扛起", {})])
    assert years == ["2021", "2023"]
    assert values == [[0, 2], [1, 4], [0, 0]]
    assert by_year([]) == ([], [])


def test_a_report_does_not_overlap_itself():
    shares = percents([[1.0, 0.084, 0.0], [0.1, 1.0, 1.0], [0.0, 0.999, 1.0]])
    assert [shares[i][i] for i in range(3)] == [None] * 3
    assert shares[0][1:] == [8, 0]
    assert shares[2][1] == 100
