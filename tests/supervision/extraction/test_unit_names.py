"""Names of units of houses of every kind: committees, bureaus, townships, schools, hospitals, enterprises."""

from __future__ import annotations

from pathlib import Path

import pytest

from zhongshu.supervision.extraction.names import is_unit

NAMES = Path(__file__).with_name("unit_names.txt").read_text("utf-8").splitlines()
# Looks like a name, and is somebody told to act, a thing done, or two in one breath.
NO_NAMES = """
名单报我局 测评结果报分公司 标完给调度室 老王你跟财务科 城管局商交警大队 下次局 上会 前主体 通知各科室 限城管委
院感科近期 家访记录交学生发展中心 县市场监管局阅处 省财政厅出台 处务会 碰头会
专家团队 经办 让档案室
""".split()


@pytest.mark.parametrize("line", NAMES)
def test_each_is_the_name_of_a_unit(line: str) -> None:
    assert [name for name in line.split() if not is_unit(name)] == []


@pytest.mark.parametrize("words", NO_NAMES)
def test_what_only_ends_like_one_is_none(words: str) -> None:
    assert not is_unit(words)
