from ui.keying import keyed


def test_every_row_has_a_key_of_its_own():
    names = ["5次", "9个", "5次", "5次"]
    assert len(set(keyed("a", names))) == len(names)


def test_a_row_keeps_its_key_when_another_goes():
    assert keyed("a", ["5次", "9个", "3场"])[1:] == keyed("a", ["9个", "3场"])
