"""Long work beside the page: it reports, can be cancelled, and a fault becomes a sentence."""

from index.errors import ShelfError
from ui.jobs import fault_sentence, start


def test_a_job_hands_over_its_result():
    job = start("x", lambda job: 42, "zh")
    assert job.finished.wait(5)
    assert (job.result, job.fault) == (42, "")


def test_a_job_sees_that_it_was_cancelled():
    job = start("x", lambda job: job.cancelled.wait(5), "zh")
    job.cancelled.set()
    assert job.finished.wait(5)
    assert job.result is True


def test_a_fault_of_a_job_is_a_sentence_in_the_readers_language():
    def work(job):
        raise ShelfError("no_section")

    for language, word in (("zh", "请先写出"), ("en", "Please write")):
        job = start("x", work, language)
        assert job.finished.wait(5)
        assert word in job.fault


def test_an_unforeseen_fault_is_told_without_a_traceback():
    sentence = fault_sentence(KeyError("secret"), "zh")
    assert "KeyError" in sentence
    assert "secret" not in sentence
    assert "Traceback" not in sentence
