"""Whom an import tells, and what its dry run shows."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from tests.supervision.ledgers.paper import Paper
from tests.supervision.old_ledger import HEAD, brought, imported, stopped
from tests.world import AT, LI_MIN, WANG_JIANPING, WU_XIAOFANG, World
from zhongshu.kernel.actors import SYSTEM
from zhongshu.platform.notify.models import Notice
from zhongshu.supervision import services
from zhongshu.supervision.imports.lines import Line
from zhongshu.supervision.ledgers import Matter as Row
from zhongshu.supervision.presenters.tried import SHOWN, again, tried

MARKED = {"m": {"mistakes": ["没有写牵头单位。"]}, "n": {"notes": ["时限已过。"]}, "o": {}}


def test_each_unit_is_told_once_however_many_rows_it_got(world: World) -> None:
    paper = Paper("台账")
    paper.put(*HEAD)
    for number in range(5):
        paper.put(
            f"K-{number}",
            f"改造第{number}片老旧小区",
            "市发改委",
            "市财政局",
            None,
            "2026年12月底",
            *[None] * 3,
        )
    paper.put("K-9", "印发要点", "市教育局", None, None, "2026年2月底", "已印发", None, "已办结")
    ledger = imported(world, brought(world, paper))
    told = Notice.objects.filter(subject=ledger.stream)
    assert {line.text for line in told} == {
        "原台账《原台账》补录交办：本单位牵头5件、配合0件，请签收："
        "改造第0片老旧小区、改造第1片老旧小区、改造第2片老旧小区、改造第3片老旧小区、改造第4片老旧小区",
        "原台账《原台账》补录交办：本单位配合5件，请知悉："
        "改造第0片老旧小区、改造第1片老旧小区、改造第2片老旧小区、改造第3片老旧小区、改造第4片老旧小区",
    }
    assert told.values("person_id").distinct().count() == told.count()
    jianping = told.get(person_id=world.people[WANG_JIANPING].pk)
    assert jianping.url.endswith(f"?imported={ledger.pk}")
    for name in (WANG_JIANPING, WU_XIAOFANG):
        page = world.client(name).get(jianping.url).content.decode()
        assert page.count('class="ttl"') == 5 and "印发要点" not in page


def test_taking_up_again_tells_only_of_what_came_now(world: World) -> None:
    ledger = imported(world, brought(world))
    before = Notice.objects.count()
    Notice.objects.update(read_at=AT)
    services.import_ledger(
        actor=SYSTEM, import_id=stopped(ledger).pk, at=AT + timedelta(hours=1), step=lambda _: None
    )
    assert Notice.objects.count() == before > 0


def test_units_learn_that_they_need_not_do_it_after_all(world: World) -> None:
    ledger = imported(world, brought(world))
    asked = set(Notice.objects.values_list("pk", flat=True))
    actor, later = world.actor(LI_MIN), AT + timedelta(hours=1)
    told = {"import_id": ledger.pk, "reason": "导错了文件", "at": later}
    services.undo_import(actor=actor, **told, step=lambda _: None)
    assert not Notice.objects.filter(pk__in=asked, read_at__isnull=True).exists()
    said = Notice.objects.filter(subject=ledger.stream).exclude(pk__in=asked)
    assert said and all("的导入已撤销（导错了文件），本单位这" in one.text for one in said)
    assert said.values("person_id").distinct().count() == said.count()


@given(st.lists(st.sampled_from("mno"), max_size=700))
def test_a_dry_run_shows_what_is_wrong_first_and_counts_all(kinds: list[str]) -> None:
    lines = [
        Line(Row(sheet="台账", row=place, category="", task=str(place), lead=[kind]), [kind], **MARKED[kind])
        for place, kind in enumerate(kinds)
    ]
    told = tried(lines, frozenset("no"))
    assert (told.rows, told.wrong) == (len(kinds), kinds.count("m"))
    assert told.unknown == (["m"] if "m" in kinds else [])
    weights = ["mno".index(row.lead) for row in told.lines]
    assert weights == sorted(map("mno".index, kinds))[:SHOWN]
    assert again(told.kept()) == told
