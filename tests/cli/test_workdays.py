from pathlib import Path

import pytest
from click.testing import CliRunner

from zhongshu.cli.commands.numbers import numbers
from zhongshu.cli.commands.workdays import workdays
from zhongshu.kernel.refusals import Refusal
from zhongshu.platform.workdays.models import Year

pytestmark = pytest.mark.django_db


def test_tells_day_by_day_how_a_date_was_computed() -> None:
    told = CliRunner().invoke(workdays, ["due", "2026-09-18", "3"]).output.splitlines()
    assert told == [
        "2026-09-18 周五    0  起算当日，不计入",
        "2026-09-19 周六    0  周末休息，不计入",
        "2026-09-20 周日    1  国庆节：调休上班，计入",
        "2026-09-21 周一    2  工作日，计入",
        "2026-09-22 周二    3  工作日，计入",
        "期限届满：2026-09-22 周二",
    ]


def test_lists_each_year_with_its_notice() -> None:
    told = CliRunner().invoke(workdays, ["years"]).output
    assert "2026  国办发明电〔2025〕7号" in told
    assert "2027  尚未公布" in told


def test_imports_a_table(tmp_path: Path) -> None:
    days = ["2027-01-01", "2027-05-01", "2027-10-01", "2027-10-02", "2027-10-03"]
    table = tmp_path / "2027.csv"
    table.write_text("日期,类型,名称\n" + "".join(f"{day},放假,\n" for day in days), encoding="utf-8")
    ran = CliRunner().invoke(workdays, ["import", "2027", str(table), "--notice", "国办发明电〔2026〕99号"])
    assert ran.output == "已导入2027年工作日历，在办时限都没有变。通知共列 5 天。\n"
    assert Year.objects.get(year=2027).is_announced


def test_an_unreadable_table_is_refused(tmp_path: Path) -> None:
    table = tmp_path / "2027.csv"
    table.write_text("昨天,放假\n", encoding="utf-8")
    ran = CliRunner().invoke(workdays, ["import", "2027", str(table), "--notice", "文"])
    assert isinstance(ran.exception, Refusal)


def test_says_that_no_number_is_missing() -> None:
    assert CliRunner().invoke(numbers, ["check"]).output == "编号连续，没有断号。\n"
