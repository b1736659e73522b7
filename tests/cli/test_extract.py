import json
import subprocess
import sys
from pathlib import Path

from click.testing import CliRunner

from zhongshu.cli.commands.extract import extract

LINE = {"id": "d1", "text": "会议要求，由市财政局10月底前报送方案。", "context_date": "2026-09-18"}


def test_reads_lines_and_writes_the_duties_of_each(tmp_path: Path) -> None:
    source = tmp_path / "in.jsonl"
    source.write_text(json.dumps(LINE, ensure_ascii=False) + "\n", encoding="utf-8")
    answer = json.loads(CliRunner().invoke(extract, [str(source)]).stdout)
    assert answer["id"] == "d1"
    assert len(answer["duties"]) == 1


def test_reads_standard_input() -> None:
    told = CliRunner().invoke(extract, ["-"], input=json.dumps({"id": 7, "text": "今天天气很好。"}))
    assert json.loads(told.stdout) == {"id": 7, "duties": []}


def test_says_which_line_cannot_be_read() -> None:
    told = CliRunner().invoke(extract, ["-"], input='{"id": 1, "text": "好。"}\n{"text": 3}\n')
    assert told.exit_code == 2
    assert "line 2" in told.stderr


def test_a_missing_file_is_said() -> None:
    told = CliRunner().invoke(extract, ["/nowhere/in.jsonl"])
    assert told.exit_code == 2
    assert "读不了" in told.stderr


def test_needs_no_database_and_does_not_load_django() -> None:
    words = "import sys; import zhongshu.cli.commands.extract; print('django.conf' in sys.modules)"
    told = subprocess.run([sys.executable, "-c", words], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "False"
