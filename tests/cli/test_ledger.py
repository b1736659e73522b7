import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from openpyxl import Workbook

from zhongshu.cli.commands.ledger import ledger

TABLE = "序号,督办事项,牵头单位,完成时限\n1,修订应急预案,市应急局,2026年3月底前\n"


def test_prints_one_line_a_matter(tmp_path: Path) -> None:
    source = tmp_path / "台账.csv"
    source.write_bytes(TABLE.encode("gb18030"))
    told = CliRunner().invoke(ledger, ["read", str(source)])
    assert told.exit_code == 0
    assert json.loads(told.stdout) == {
        "row": 2, "category": "", "task": "修订应急预案", "lead": ["市应急局"], "support": [], "leader": "",
        "due": "2026-03-31", "progress": "", "problem": "", "withdrawn": False,
    }  # fmt: skip


def test_what_cannot_be_read_is_said(tmp_path: Path) -> None:
    damaged = tmp_path / "damaged.xlsx"
    damaged.write_bytes(b"PK\x03\x04 cut off")
    for source, next_step in ((damaged, "另存为 .xlsx"), (tmp_path / "missing.xlsx", "请核对文件名")):
        told = CliRunner().invoke(ledger, ["read", str(source)])
        assert told.exit_code == 2
        assert next_step in told.stderr


@pytest.mark.parametrize("content", ["", "各位同事：\n请查收。\n", "姓名,年龄\n张三,30\n"])
def test_a_file_without_matters_says_so(content: str, tmp_path: Path) -> None:
    source = tmp_path / "信.csv"
    source.write_text(content)
    told = CliRunner().invoke(ledger, ["read", str(source)])
    assert (told.exit_code, told.stdout) == (1, "")
    assert "没有找到督办事项" in told.stderr


def test_needs_no_database_and_does_not_load_django() -> None:
    words = "import sys; import zhongshu.cli.commands.ledger; print('django.conf' in sys.modules)"
    told = subprocess.run([sys.executable, "-c", words], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "False"


@pytest.mark.parametrize("mark", ["机密★10年", "密级：秘密", "秘密"])
def test_a_table_that_bears_a_secrecy_mark_is_not_read(mark: str, tmp_path: Path) -> None:
    table, workbook = tmp_path / "台账.csv", tmp_path / "台账.xlsx"
    table.write_text(f"{mark}\n{TABLE}", encoding="utf-8")
    book = Workbook()
    book.active.append(["序号", "督办事项", "牵头单位"])
    book.active.append([1, "修订应急预案", "市应急局"])
    book.create_sheet("存档").append([mark])
    book.save(workbook)
    for source in (table, workbook):
        told = CliRunner().invoke(ledger, ["read", str(source)])
        assert (told.exit_code, told.stdout) == (2, "")
        assert told.stderr.startswith(f"“{source.name}”内容带有密级标志，本系统不得处理")


def test_a_table_that_speaks_of_secrecy_is_read(tmp_path: Path) -> None:
    source = tmp_path / "台账.csv"
    source.write_text(TABLE.replace("修订应急预案", "开展机密、秘密级文件清查"), encoding="utf-8")
    assert CliRunner().invoke(ledger, ["read", str(source)]).exit_code == 0
