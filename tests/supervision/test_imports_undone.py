"""An import taken back: it leaves nothing but its trail, and what somebody acted on stays."""

from datetime import timedelta

from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.refusing import refused
from tests.supervision.ledgers.paper import Paper
from tests.supervision.old_ledger import HEAD, brought, directive, imported, undone
from tests.world import AT, LI_MIN, TODAY, WANG_JIANPING, World
from zhongshu.kernel.actors import SYSTEM
from zhongshu.kernel.refusals import Conflict
from zhongshu.matters import services as matters
from zhongshu.matters.models import Assignment, Group, Matter
from zhongshu.org import queries as org
from zhongshu.platform.journal.models import Entry
from zhongshu.platform.notify.models import Notice
from zhongshu.platform.numbering.models import Issued, Status
from zhongshu.platform.search import queries as search
from zhongshu.supervision import queries, services
from zhongshu.supervision.models import ImportState, RowOutcome, State
from zhongshu.supervision.queries import Filter, Hanging


def test_undone_as_a_whole_it_has_taught_no_name(world: World) -> None:
    ledger, actor = brought(world), world.actor(LI_MIN)
    told = {"import_id": ledger.pk, "unit_id": world.units["JYJ"].pk, "name": "市气象观象台", "at": AT}
    services.explain_name(actor=actor, **told)
    imported(world, ledger)
    undone(world, ledger)
    assert "市气象观象台" not in org.directory()
    (learnt,) = queries.learnt_aliases(actor).rows
    assert learnt.revoked_at == AT


def test_undone_in_part_its_names_hold(world: World) -> None:
    ledger, actor = brought(world), world.actor(LI_MIN)
    told = {"import_id": ledger.pk, "unit_id": world.units["JYJ"].pk, "name": "市气象观象台", "at": AT}
    services.explain_name(actor=actor, **told)
    imported(world, ledger)
    kept = directive("推进节能减排")
    services.sign_for(actor=world.actor(WANG_JIANPING), directive_id=kept.pk, at=AT)
    assert undone(world, ledger).state == ImportState.DONE
    assert "市气象观象台" in org.directory()


def test_undone_it_leaves_nothing_but_its_trail(world: World) -> None:
    ledger = imported(world, brought(world))
    assert undone(world, ledger).state == ImportState.UNDONE
    assert set(Matter.objects.values_list("group", "state")) == {(Group.VOID, State.VOIDED)}
    assert not Assignment.objects.filter(done_at__isnull=True).exists()
    assert {one.void_reason for one in Issued.objects.all()} == {"撤销台账导入：导错了文件"}
    assert search.newest("老旧小区", limit=5) == []
    actor = world.actor(LI_MIN)
    for narrowed in (Filter(), Filter(closed=True)):
        assert queries.ledger(actor, narrowed, today=TODAY).rows == []
    last = Entry.objects.filter(stream=directive("改造老旧小区").matter.stream).latest("seq")
    assert last.verb == "supervision.import_undone"


def test_what_somebody_acted_on_stays(world: World) -> None:
    ledger = imported(world, brought(world))
    kept = directive("推进节能减排")
    services.sign_for(actor=world.actor(WANG_JIANPING), directive_id=kept.pk, at=AT)
    assert undone(world, ledger).state == ImportState.DONE
    assert queries.outcomes(ledger) == {RowOutcome.TAKEN: 1, RowOutcome.REFUSED: 1, RowOutcome.UNDONE: 4}
    whys = [row.why for row in queries.refused_rows(ledger) if row.outcome == RowOutcome.TAKEN]
    assert whys == ["已有人办理（王建平），保留。"]
    assert directive("推进节能减排").state == State.UNDERTAKING


def test_what_the_house_does_overnight_keeps_nothing(world: World) -> None:
    ledger = imported(world, brought(world))
    night = AT + timedelta(days=3)
    services.turn_all(actor=SYSTEM, at=night)
    services.escalate(actor=SYSTEM, at=night)
    stream = directive("推进节能减排").matter.stream
    assert Entry.objects.filter(stream=stream).count() > 1
    unread = Notice.objects.filter(subject__startswith="matter:", read_at__isnull=True)
    asked = set(unread.values_list("pk", flat=True))
    assert asked
    assert undone(world, ledger).state == ImportState.UNDONE
    assert not unread.filter(pk__in=asked).exists()
    assert all("随之了结" in one.text for one in unread), "what is new tells only that it lapsed"
    assert not matters.recount(actor=SYSTEM, at=night).differences


def test_a_slip_that_the_house_raised_overnight_ends_with_its_row(world: World) -> None:
    ledger = imported(world, brought(world))
    pks = list(Matter.objects.filter(group=Group.OPEN).values_list("pk", flat=True))
    for days in range(400):
        services.escalate(actor=SYSTEM, at=AT + timedelta(days=days))
        if queries.hanging_on(pks, (Hanging.SLIP,)):
            break
    else:
        raise AssertionError("nothing was late in a year")
    assert undone(world, ledger).state == ImportState.UNDONE
    assert not queries.hanging_on(pks)


def test_after_undoing_the_file_may_come_in_again(world: World) -> None:
    undone(world, imported(world, brought(world)))
    imported(world, brought(world))
    assert Matter.objects.exclude(group=Group.VOID).count() == 5
    numbers = Issued.objects.order_by("n").values_list("n", "status")
    assert [n for n, _status in numbers] == list(range(1, 11))


def test_what_is_not_imported_cannot_be_undone(world: World) -> None:
    ledger = brought(world)
    with refused("nothing_to_undo", Conflict):
        undone(world, ledger)
    imported(world, ledger)
    with refused("no_reason", match="理由"):
        undone(world, ledger, reason=" ")
    with refused("import_is_over", Conflict, match="已经导入过"):
        imported(world, ledger)


def test_many_rows_take_no_more_statements_than_few(world: World) -> None:
    counted = []
    for rows in (3, 30):
        paper = Paper("台账")
        paper.put(*HEAD)
        for n in range(rows):
            paper.put(
                f"D-{n}", f"改造第{n}处老旧小区", "市教育局", None, None, "2026年12月31日", None, None, None
            )
        ledger = imported(world, brought(world, paper, f"{rows}.xlsx"))
        with CaptureQueriesContext(connection) as asked:
            undone(world, ledger)
        counted.append(len(asked))
        voided = Entry.objects.filter(verb="supervision.import_undone").count()
        assert voided == Issued.objects.filter(status=Status.VOID).count() == sum((3, 30)[: len(counted)])
    assert counted[0] == counted[1]
