"""The command line over a data folder of its own, and the files its commands are given."""

import sys

import pytest
import typer

from assistant import __main__ as command

REPORT = """关于2023年工作情况的报告

2023年，云溪县粮食局各项工作有序推进。现将有关情况报告如下。

一、主要工作
（一）压实主体责任。局党组召开会议9次，专题研究党风廉政建设4次。2023年5月17日，召开警示教育大会，142人参加。
（二）开展监督检查。抽查粮库37座，发现问题58个，全部整改到位。印发《粮库安全管理办法》。

二、存在问题
个别同志学习不够深入，制度执行不够严格。

三、下一步打算
继续抓好学习教育，严格落实制度。
"""
FACTS = "党组会12次，专题研究3次\n3月24日廉政大会，186人\n签订责任书23份\n"
TEXT = "青禾市粮食局2024年工作总结\n召开党组会12次，认真布署工作，，【待补充：成效】。\n"


@pytest.fixture
def zhibi(tmp_path, monkeypatch, capsys):
    """Runs a command over a data folder of its own: (exit code, standard output, standard error)."""
    monkeypatch.setenv("ZHIBI_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    monkeypatch.delenv("LC_ALL", raising=False)

    def run(*words, ok=True):
        monkeypatch.setattr(sys, "argv", ["zhibi", *map(str, words)])
        code = 0
        try:
            command.main()
        except SystemExit as end:
            code = end.code or 0
        out, err = capsys.readouterr()
        assert "Traceback" not in err + out
        assert (code == 0) == ok, (code, out, err)
        return code, out, err

    return run


@pytest.fixture
def report(tmp_path):
    path = tmp_path / "云溪县粮食局2023年工作报告.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


@pytest.fixture
def facts(tmp_path):
    path = tmp_path / "facts.txt"
    path.write_text(FACTS, encoding="utf-8")
    return path


@pytest.fixture
def draft_file(tmp_path):
    path = tmp_path / "稿.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def every_command():
    """Every command by its whole name, as ``compare kwic``."""

    def walk(group, name=""):
        for word, inner in group.commands.items():
            if hasattr(inner, "commands"):
                yield from walk(inner, f"{name}{word} ")
            else:
                yield f"{name}{word}", inner

    return dict(walk(typer.main.get_command(command.app)))
