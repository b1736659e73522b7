"""The rows of the headings named by a person, where the reader took others."""

import pytest
from django.urls import reverse

from tests.refusing import refused
from tests.supervision.ledgers.paper import Paper
from tests.supervision.old_ledger import brought, directive, imported, said
from tests.world import LI_MIN, World
from zhongshu.matters.models import Matter
from zhongshu.supervision.forms.ledger_heads import HeadField
from zhongshu.supervision.imports import lines_of
from zhongshu.supervision.models import LedgerImport

pytestmark = pytest.mark.django_db


def explained() -> Paper:
    """Headings with a row below them that says how each is filled in: no matter, and no heading to a reader."""
    p = Paper("台账")
    p.put("序号", "督办事项", "牵头单位", "完成时限")
    p.put("填1、2、3", "一句话写清要办的事项内容", "写规范简称，例如市教育局", "写到日")
    p.put("1", "改造老旧小区", "市教育局", "2026年12月31日")
    p.put("2", "修订应急预案", "市财政局", "2026年12月31日")
    return p


def tasks(ledger: LedgerImport) -> list[str]:
    ledger.refresh_from_db()
    return [line.matter.task for line in lines_of(ledger, ledger.at.date())]


def test_what_stands_in_the_rows_named_is_no_matter(world: World) -> None:
    ledger = brought(world, explained())
    assert len(tasks(ledger)) == 3
    said(world, ledger, heads={"台账": (1, 2)})
    assert tasks(ledger) == ["改造老旧小区", "修订应急预案"]
    imported(world, ledger)
    assert Matter.objects.count() == 2 and directive("修订应急预案").matter.lead_unit == world.units["CZJ"]


def test_what_was_said_of_columns_goes_with_the_headings_it_was_said_under(world: World) -> None:
    ledger = said(world, brought(world, explained()), {"台账!B": "remark"}, heads={})
    assert ledger.columns == {"台账!B": "remark"}
    assert said(world, ledger, {"台账!B": "remark"}, heads={"台账": (1, 2)}).columns == {}
    assert said(world, ledger, {"台账!C": "support"}, heads={"台账": (1, 2)}).columns == {"台账!C": "support"}
    assert said(world, ledger, heads=None).heads == {"台账": [1, 2]}
    assert said(world, ledger, heads={}).heads == {} and len(tasks(ledger)) == 3


def test_headings_nobody_knows_are_shown_to_be_mapped(world: World) -> None:
    paper = Paper("台账")
    paper.put("督办事项", "牵头单位", "完成时限")
    paper.put("要干的活儿", "哪家来干", "干到啥时候")
    paper.put("改造老旧小区", "市教育局", "2026年12月31日")
    ledger = said(world, brought(world, paper), heads={"台账": (2, 2)})
    assert [one["heading"] for one in ledger.understood[0]["columns"]] == [
        "要干的活儿",
        "哪家来干",
        "干到啥时候",
    ]
    mapped = {"台账!A": "task", "台账!B": "lead", "台账!C": "due"}
    assert tasks(said(world, ledger, mapped, heads={"台账": (2, 2)})) == ["改造老旧小区"]


def test_the_mapping_page_asks_for_the_rows_and_keeps_them(world: World) -> None:
    ledger = brought(world, explained())
    address = reverse("supervision:import", args=[ledger.pk])
    client = world.client(LI_MIN)
    first = client.get(address).content.decode()
    assert 'name="h:台账" value="1"' in first and "试读 3 行" in first
    told = {"origin": "key_work", "basis": "沿用", "h:台账": "1-2"}
    again = client.post(address, told, follow=True).content.decode()
    assert 'name="h:台账" value="1-2"' in again and "试读 2 行" in again
    client.post(address, told)
    assert len(tasks(ledger)) == 2
    wrong = client.post(address, {**told, "h:台账": "二"})
    assert wrong.status_code == 422 and "请写行号" in wrong.content.decode()


@pytest.mark.parametrize(("text", "rows"), [("3", (3, 3)), (" 3-4 ", (3, 4)), ("3至5", (3, 5)), ("", None)])
def test_rows_are_read_as_they_are_written(text: str, rows: tuple[int, int] | None) -> None:
    assert HeadField().clean(text) == rows


@pytest.mark.parametrize("heads", [{"台账": (4, 4)}, {"台账": (9, 9)}])
def test_rows_with_nothing_below_are_refused(world: World, heads: dict[str, tuple[int, int]]) -> None:
    ledger = brought(world, explained())
    with refused("ledger_unreadable"):
        said(world, ledger, heads=heads)
