"""The arguments and options that several commands take, explained in both languages."""

from pathlib import Path
from typing import Annotated

import typer

MOST = 10**9
"""Greatest number that an option takes."""
Json = Annotated[bool, typer.Option("--json", help="Print JSON for scripts / 输出 JSON")]
Named = Annotated[str, typer.Argument(help="A file, or the id of a report on the shelf / 文件或报告编号")]
DraftId = Annotated[str, typer.Argument(help="Id of the draft / 草稿编号")]
ReportYear = Annotated[int | None, typer.Option(min=1000, max=9999, help="Year of the report / 年度")]
Model = Annotated[str | None, typer.Option(help="none, openai:NAME or ollama:NAME / 大模型，none 为不用")]
OnlyKind = Annotated[str, typer.Option(help="Only this kind / 文种")]
OnlyYear = Annotated[int | None, typer.Option(min=1000, max=9999, help="Only this year / 年份")]
ReportId = Annotated[str, typer.Argument(help="Id of a report / 报告编号")]
Overwrite = Annotated[bool, typer.Option("--overwrite", help="Replace an existing file / 替换已有文件")]
OnlyRole = Annotated[str, typer.Option(help="opening, work, problems, next or closing / 段落作用")]
ReportIds = Annotated[list[str], typer.Argument(help="Ids of reports / 报告编号")]
Heading = Annotated[str, typer.Option(help="Heading of the section / 小节标题")]
MaybeFacts = Annotated[Path | None, typer.Option(help="File with your facts / 事实文件")]
Facts = Annotated[Path, typer.Option(help="File with your facts / 事实文件")]
DraftFile = Annotated[Path, typer.Option(help="File with the draft / 草稿文件")]
MaybeTo = Annotated[Path | None, typer.Option(help="OUT.docx, .md or .txt / 导出到")]
Keep = Annotated[bool, typer.Option("--keep", help="Keep it as a draft / 存为草稿")]
