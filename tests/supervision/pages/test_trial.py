"""A ledger kept in a sheet, checked before anything is registered."""

from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from tests.supervision.ledgers.paper import Paper
from tests.world import LI_MIN, World

from zhongshu.supervision.models import Directive

HEAD = ("序号", "督办事项", "牵头单位", "配合单位", "完成时限")


def told(world: World, paper: Paper, folder: Path) -> str:
    content = paper.save(folder, "台账").read_bytes()
    sent = SimpleUploadedFile("台账.xlsx", content)
    answer = world.client(LI_MIN).post(reverse("supervision:ledger-trial"), {"file": sent})
    assert answer.status_code == 200
    return answer.content.decode()


def test_each_row_says_what_is_to_be_put_right(world: World, tmp_path: Path) -> None:
    paper = Paper()
    paper.across("2020年督办台账", 5)
    paper.put(*HEAD)
    paper.put(1, "改造老旧小区", "市教育局", "市财政局", "2020年3月底前")
    paper.put(2, "观测暴雨", "市气象观象台", None, "尽快")
    paper.put(3, "修订预案", "市教育局、市财政局", None, "年底前")
    paper.strike(paper.put(4, "停办的事", "市气象观象台", None, "年底前"))
    html = told(world, paper, tmp_path)
    assert "读出 4 件事项，其中 2 件要改" in html
    assert html.count("名录里没有“市气象观象台”") == 1
    assert "写了2个牵头单位" in html
    assert "“尽快”不是日期" in html
    assert "时限已过" in html
    assert "已划掉，或注明取消" in html
    assert not Directive.objects.exists()


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("a.xlsx", b"PK\x03\x04 cut off", "这个文件打不开"),
        ("a.csv", "姓名,电话\n李敏,1\n".encode(), "没有找到“事项”"),
    ],
)
def test_what_is_no_ledger_is_refused(world: World, name: str, content: bytes, sentence: str) -> None:
    sent = SimpleUploadedFile(name, content)
    answer = world.client(LI_MIN).post(reverse("supervision:ledger-trial"), {"file": sent})
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
