"""``search``: passages of the shelf."""

from typing import Annotated

import typer

from assistant.commands.arguments import Json, OnlyKind, OnlyRole, OnlyYear
from assistant.commands.choices import absent, choose
from assistant.commands.terminal import err, opened, out, print_json, say, spoken
from assistant.service import Query
from assistant.showing import hit_row
from assistant.telling import tell

group = typer.Typer()


@group.command()
def search(
    query: Annotated[str, typer.Argument(help="What to look for / 查什么")],
    k: Annotated[int, typer.Option("-k", min=1, max=200, help="How many / 几条")] = 8,
    kind: OnlyKind = "",
    year: OnlyYear = None,
    role: OnlyRole = "",
    viewpoint: Annotated[str, typer.Option(help="班子 or 个人 / 述职视角")] = "",
    organisation: Annotated[str, typer.Option(help="Kind of body / 单位类型，如政府部门")] = "",
    era: Annotated[str, typer.Option(help="Era / 届次，如党的二十大")] = "",
    as_json: Json = False,
) -> None:
    """Passages of the shelf / 检索样本段落."""
    asked = Query(
        query, k=k, kind=kind, year=year, role=role,
        viewpoint=viewpoint, organisation=organisation, era=era,
    )  # fmt: skip
    choose("role", role)
    choose("viewpoint", viewpoint)
    filters = {"kind": kind, "year": year, "era": era, "organisation": organisation}
    with opened() as assistant:
        choose("organisation", organisation, tuple(assistant.report_values()["organisation"]))
        hits = assistant.search(asked)
        missing = [] if hits or not assistant.shelf.reports() else absent(assistant, filters)
    for name, value, values in missing:
        what = tell(f"what_{name}", (), spoken())
        err.print(
            tell("say_none_of", [("what", what), ("value", value), ("values", values or "—")], spoken())
        )
    if as_json:
        print_json({"hits": [hit_row(hit) for hit in hits]})
        return
    for place, hit in enumerate(hits, 1):
        out.print(f"{place}. [{hit.score:.2f}] {hit.title} · {' / '.join(hit.passage.headings)}")
        out.print(f"   {hit.passage.text}\n   {'; '.join(hit.why)}  ({hit.passage.id})\n")
    if not hits and not missing:
        say("say_no_hits")
