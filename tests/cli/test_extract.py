import json
import subprocess
import sys
from pathlib import Path

import pytest
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


def test_with_the_units_of_the_house_names_are_surer(tmp_path: Path) -> None:
    units = tmp_path / "units.jsonl"
    units.write_text('{"unit": "市文化和旅游局", "names": ["文广旅"]}\n', encoding="utf-8")
    line = json.dumps({"id": 7, "text": "请文广旅制定方案。"})
    alone = json.loads(CliRunner().invoke(extract, ["-"], input=line).stdout)
    ours = json.loads(CliRunner().invoke(extract, ["--units", str(units), "-"], input=line).stdout)
    assert (alone["duties"], [duty["lead"] for duty in ours["duties"]]) == ([], [["文广旅"]])
    assert (ours["units"], "units" in alone) == ({"文广旅": "市文化和旅游局"}, False)


@pytest.mark.parametrize("line", ['{"names": []}', '{"unit": "市财政局", "names": "财政局"}', "[]"])
def test_a_line_that_is_no_unit_is_said(tmp_path: Path, line: str) -> None:
    units = tmp_path / "units.jsonl"
    units.write_text(line, encoding="utf-8")
    told = CliRunner().invoke(extract, ["--units", str(units), "-"], input=json.dumps(LINE))
    assert (told.exit_code, told.stdout) == (2, "")
    assert told.stderr.startswith("第 1 行读不了：不是一个单位。")


def test_says_which_line_cannot_be_read() -> None:
    told = CliRunner().invoke(extract, ["-"], input='{"id": 1, "text": "好。"}\n{"text": 3}\n')
    assert told.exit_code == 2
    assert (
        told.stderr
        == "第 2 行读不了：缺少 id，或者 text 不是文字。请补上这两项，再运行一次；这一行之前的结果已经写出。\n"
    )
    assert json.loads(told.stdout) == {"id": 1, "duties": []}


def test_a_text_without_a_duty_is_said_and_one_without_end_is_not_read() -> None:
    idle = json.dumps({"id": 1, "text": "会议听取了有关情况汇报。"})
    told = CliRunner().invoke(extract, ["-"], input=f"{idle}\n{json.dumps(LINE)}\n")
    assert (told.exit_code, len(told.stdout.splitlines())) == (0, 2)
    assert told.stderr.startswith("第 1 行没有识别出任务，duties 是空的。请核对")
    many = CliRunner().invoke(extract, ["-"], input=f"{idle}\n" * 12)
    assert many.stderr.startswith("第 1、2、3、4、5、6、7、8、9、10 等 12 行没有")
    long = CliRunner().invoke(extract, ["-"], input=json.dumps({"id": 1, "text": "请" * 200_001}))
    assert (long.exit_code, long.stdout) == (2, "")
    assert "text 超过20万字。请分成几条" in long.stderr


def test_a_missing_file_is_said() -> None:
    told = CliRunner().invoke(extract, ["/nowhere/in.jsonl"])
    assert told.exit_code == 2
    assert told.stderr == "找不到文件 /nowhere/in.jsonl。请检查路径，或者用 - 从标准输入读。\n"


def test_what_is_no_text_file_is_said(tmp_path: Path) -> None:
    source = tmp_path / "in.jsonl"
    source.write_bytes("由市财政局负责。".encode("gbk"))
    told = CliRunner().invoke(extract, [str(source)])
    assert (told.exit_code, "请另存为 UTF-8" in told.stderr) == (2, True)
    folder = CliRunner().invoke(extract, [str(tmp_path)])
    assert (folder.exit_code, "请确认它是一个文件" in folder.stderr) == (2, True)


def test_needs_no_database_and_does_not_load_django() -> None:
    words = "import sys; import zhongshu.cli.commands.extract; print('django.conf' in sys.modules)"
    told = subprocess.run([sys.executable, "-c", words], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "False"


@pytest.mark.parametrize("mark", ["机密★10年", "密级：秘密", "工作秘密★"])
def test_a_text_that_bears_a_secrecy_mark_is_not_read(mark: str) -> None:
    lines = [{"id": 1, "text": f"{mark}\n由市财政局10月底前报送方案。"}, LINE]
    told = CliRunner().invoke(extract, ["-"], input="\n".join(map(json.dumps, lines)))
    assert (told.exit_code, [json.loads(line)["id"] for line in told.stdout.splitlines()]) == (2, ["d1"])
    assert told.stderr.startswith("第 1 行：内容带有密级标志，本系统不得处理")
    assert told.stderr.endswith("其他各行的结果已经写出。\n")


def test_a_text_that_speaks_of_secrecy_is_read() -> None:
    text = "不得在互联网传递机密、秘密级文件。由市财政局10月底前组织保密自查，严守国家秘密。"
    told = CliRunner().invoke(extract, ["-"], input=json.dumps({"id": 1, "text": text}))
    assert (told.exit_code, [duty["lead"] for duty in json.loads(told.stdout)["duties"]]) == (
        0,
        [["市财政局"]],
    )
