from collections import Counter

from benchmarks.forms import forms, judged


def test_reports_of_many_forms_are_understood_as_often_as_published():
    total, fields = Counter(), ("kind", "year", "viewpoint", "organisation")
    count = 0
    for form in forms():
        total += judged(form)[0]
        count += 1
    assert total["found"] >= 0.98 * total["headings"]
    assert total["found"] >= 0.99 * total["given"]
    assert min(total["depth"], total["role"]) >= 0.97 * total["found"]
    assert min(total[field] for field in fields) >= 0.9 * count
