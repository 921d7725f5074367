"""What is configured, told."""

import json


def test_the_doctor_says_that_facts_stay_here(zhibi):
    out = zhibi("doctor")[1]
    assert "事实不离开本机" in out
    assert all({"good", "code", "values"} <= set(row) for row in json.loads(zhibi("doctor", "--json")[1]))
