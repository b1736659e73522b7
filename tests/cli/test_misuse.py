import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from zhongshu.cli.main import zhongshu


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("attic", "没有“attic”这个命令。用法见 zhongshu --help。"),
        ("matters list", "缺少 --as。用法见 zhongshu matters list --help。"),
        ("matters list --foo", "没有 --foo 这个选项。用法见 zhongshu matters list --help。"),
        ("matters show abc --as limin", "MATTER_ID 不对：应当是整数。用法见 zhongshu matters show --help。"),
        ("board --span week", "--span 不对：只能是 year、quarter、month。用法见 zhongshu board --help。"),
        (
            "workdays due 2026-13-18 3",
            "START 不对：应当是日期，如 2026-03-20。用法见 zhongshu workdays due --help。",
        ),
        ("routes export a b", "多写了内容。用法见 zhongshu routes export --help。"),
        ("archive check", "请给出档号，或用 --all 检查全部。用法见 zhongshu archive check --help。"),
        ("backup", "缺少 FOLDER。用法见 zhongshu backup --help。"),
    ],
)
def test_a_command_written_wrongly_is_told_in_chinese(words: str, told: str) -> None:
    answer = CliRunner().invoke(zhongshu, words.split(), prog_name="zhongshu")
    assert (answer.exit_code, answer.stdout, answer.stderr) == (2, "", told + "\n")


def test_a_home_without_a_database_says_how_to_make_one(tmp_path: Path) -> None:
    home = {
        **os.environ,
        "ZHONGSHU_HOME": str(tmp_path),
        "DJANGO_SETTINGS_MODULE": "zhongshu.config.settings",
    }
    home.pop("ZHONGSHU_DATABASE_URL", None)
    asked = [sys.executable, "-m", "zhongshu", "journal", "verify"]
    told = subprocess.run(asked, capture_output=True, text=True, env=home, check=False)
    assert (told.returncode, told.stdout) == (1, "")
    assert told.stderr.startswith("数据库还没有建立，或者是旧版本的。请先运行 bin/zhongshu migrate")
