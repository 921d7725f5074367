"""Whole reports in preparation, kept on disk: fact sheet, plan, where facts stand, what is written."""

import json
import time
import uuid
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any, Final

from assistant.sheet import Entry, Sheet
from assistant.types import Sentence
from index.database import Database
from index.errors import ShelfError

VERSION: Final = 1
TRIES: Final = 20
"""Times a change is begun anew when another came between."""
SCHEMA: Final = (
    """CREATE TABLE projects (
        id TEXT PRIMARY KEY, name TEXT NOT NULL, revision INTEGER NOT NULL, body TEXT NOT NULL,
        changed REAL NOT NULL)""",
)


@dataclass(frozen=True, slots=True)
class Project:
    """A whole report in preparation, at one revision."""

    id: str
    name: str = ""
    sheet: Sheet = Sheet()
    like: tuple[str, ...] = ()
    """Ids of the chosen sample reports."""
    plan: str = ""
    """The plan's lines, as the writer left them."""
    moved: tuple[tuple[str, str], ...] = ()
    """(fact id, heading id) put there by hand; an empty heading id leaves the fact out."""
    written: tuple[tuple[str, tuple[Sentence, ...]], ...] = ()
    """(heading id, what stands under it)."""
    revision: int = 0
    changed: float = 0.0
    """Seconds since the epoch."""


class Projects:
    """The whole reports in preparation of one data folder."""

    def __init__(self, database: Database) -> None:
        self._database = database
        database.ensure("projects", VERSION, SCHEMA)

    def create(self, name: str = "", sheet: Sheet | None = None) -> Project:
        """Begin one."""
        project = Project(uuid.uuid4().hex[:12], name, sheet or Sheet(), changed=time.time())
        with self._database.transaction() as t:
            t.write(
                "INSERT INTO projects (id, name, revision, body, changed) "
                "VALUES (:id, :name, 0, :body, :now)",
                id=project.id, name=name, body=_body(project), now=project.changed,
            )  # fmt: skip
        return project

    def all(self) -> list[Project]:
        """Every one, last changed first."""
        sql = "SELECT id, name, revision, body, changed FROM projects ORDER BY changed DESC, id"
        return [_project(row) for row in self._database.read(sql)]

    def get(self, project_id: str) -> Project:
        """The one of that id.

        Raises:
            ShelfError: ``no_such_project``.
        """
        sql = "SELECT id, name, revision, body, changed FROM projects WHERE id = :id"
        rows = self._database.read(sql, id=project_id)
        if not rows:
            raise ShelfError("no_such_project", id=project_id)
        return _project(rows[0])

    def keep(self, project: Project) -> Project:
        """Keep a changed one; its revision says which state it was changed from.

        Raises:
            ShelfError: ``project_elsewhere`` when another window changed it since, ``no_such_project``.
        """
        now = time.time()
        with self._database.transaction() as t:
            count = t.write(
                "UPDATE projects SET name = :name, body = :body, revision = revision + 1, changed = :now "
                "WHERE id = :id AND revision = :revision",
                name=project.name, body=_body(project), now=now, id=project.id, revision=project.revision,
            )  # fmt: skip
        if count != 1:
            self.get(project.id)
            raise ShelfError("project_elsewhere", id=project.id)
        return replace(project, revision=project.revision + 1, changed=now)

    def change(self, project_id: str, act: Callable[[Project], Project]) -> Project:
        """Change one as it is kept now; where another change came between, the act is done anew on that.

        Args:
            project_id: Which one.
            act: The kept project -> the changed one; may be asked again.

        Raises:
            ShelfError: ``no_such_project``; what ``act`` raises.
        """
        for _ in range(TRIES):
            try:
                return self.keep(act(self.get(project_id)))
            except ShelfError as fault:
                if fault.code != "project_elsewhere":
                    raise
        return self.keep(act(self.get(project_id)))

    def delete(self, project_id: str) -> None:
        """Forget one; the drafts made of it stay."""
        self.get(project_id)
        with self._database.transaction() as t:
            t.write("DELETE FROM projects WHERE id = :id", id=project_id)


def _body(project: Project) -> str:
    values = asdict(project)
    kept = {key: values[key] for key in ("sheet", "like", "plan", "moved", "written")}
    return json.dumps(kept, ensure_ascii=False)


def _project(row: Sequence[Any]) -> Project:
    project_id, name, revision, body, changed = row
    values = json.loads(body)
    sheet = Sheet(tuple(Entry(**one) for one in values["sheet"]["entries"]), values["sheet"]["next"])
    written = tuple((name, tuple(_sentence(one) for one in several)) for name, several in values["written"])
    moved = tuple((fact, heading) for fact, heading in values["moved"])
    return Project(
        project_id, name, sheet, tuple(values["like"]), values["plan"], moved, written, revision, changed
    )


def _sentence(values: dict[str, Any]) -> Sentence:
    return Sentence(
        values["text"], tuple(values["facts"]), tuple(values["passages"]), values["paragraph"],
        values["origin"],
    )  # fmt: skip
