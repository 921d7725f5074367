"""The points of a section: statements that stand together, with what stands over them."""

from dataclasses import dataclass

from assistant.stating import Statement


@dataclass(frozen=True, slots=True)
class Group:
    """Statements of one point or paragraph, in the order in which they are told."""

    statements: tuple[Statement, ...]
    label: str = ""
    """What stands over the point, in the writer's words; empty for none."""
    passage_id: str = ""
    """The passage the label is phrased after."""
    deploys: bool = False
    """Whether it tells of meetings and documents that lead the rest."""
    half: str = ""
    """The part of the heading it tells of, where the heading names several."""
