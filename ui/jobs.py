"""Long work beside the page: a thread that reports, can be cancelled, and outlives a click."""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from assistant.telling import Language, tell


@dataclass(slots=True)
class Job:
    """One piece of long work. The thread writes, pages only read."""

    name: str
    done: int = 0
    total: int = 0
    label: str = ""
    text: str = ""
    result: Any = None
    fault: str = ""
    """Sentence for the writer when it failed."""
    told: list[str] = field(default_factory=list)
    """Sentences beside a result that is there all the same."""
    begun: float = field(default_factory=time.monotonic)
    finished: threading.Event = field(default_factory=threading.Event)
    cancelled: threading.Event = field(default_factory=threading.Event)


def start(name: str, work: Callable[[Job], Any], language: Language) -> Job:
    """Begin ``work(job)`` in a thread; its return value becomes ``job.result``."""
    job = Job(name)

    def run() -> None:
        try:
            job.result = work(job)
        except Exception as error:  # the thread's last boundary: the page tells it as a sentence
            job.fault = fault_sentence(error, language)
        finally:
            job.finished.set()

    threading.Thread(target=run, name=f"zhibi-{name}", daemon=True).start()
    return job


def fault_sentence(error: Exception, language: Language) -> str:
    """The sentence a fault is told by, whatever it is."""
    code = getattr(error, "code", None)
    if isinstance(code, str):
        return tell(code, getattr(error, "values", ()), language)
    return tell("unexpected", [("detail", type(error).__name__)], language)
