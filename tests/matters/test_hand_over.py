from datetime import UTC, date, datetime

from tests.org.town import AT, TODAY, Town
from tests.refusing import refused
from zhongshu.kernel.actors import SYSTEM
from zhongshu.matters import queries as matters
from zhongshu.matters.models import Assignment, Group, Matter, Outcome, Role
from zhongshu.org import queries, services
from zhongshu.platform.journal import queries as journal
from zhongshu.platform.journal.sentences import wording


def held_matter(town: Town, **holder: int) -> Matter:
    """An open matter of the office that lies with ``holder``."""
    matter = Matter.objects.create(
        kind="directive", state="undertaking", group=Group.OPEN, title="防汛物资采购",
        organ=town.office, unit=town.supervision, current_due=date(2026, 7, 1), opened_at=AT,
    )  # fmt: skip
    Assignment.objects.create(
        matter=matter, role=Role.LEAD, due=date(2026, 7, 1), opened_at=AT, received_at=AT, **holder
    )
    return matter


class TestLeavingOffice:
    def test_nothing_held_is_lost(self, town: Town) -> None:
        matter = held_matter(town, holder_person_id=town.zhao.pk, holder_unit_id=town.supervision.pk)
        with refused("still_holds", match="在办事项 1"):
            services.leave_office(actor=town.keeper, person_id=town.zhao.pk, at=AT)
        services.leave_office(actor=town.keeper, person_id=town.zhao.pk, successor_id=town.li.pk, at=AT)
        now_held = matters.open_assignments(matter.pk).get()
        assert (now_held.holder_person, now_held.role, now_held.due) == (town.li, Role.LEAD, date(2026, 7, 1))
        assert Assignment.objects.get(outcome=Outcome.HANDED_OVER).holder_person == town.zhao
        assert not matters.orphans().exists()

    def test_the_successor_knows_of_it_and_the_matter_tells_it(self, town: Town) -> None:
        matter = held_matter(town, holder_person_id=town.zhao.pk)
        services.leave_office(
            actor=SYSTEM,
            person_id=town.zhao.pk,
            successor_id=town.sun.pk,
            at=datetime(2026, 6, 16, tzinfo=UTC),
        )
        assert matters.get(queries.actor_of(town.sun, TODAY), matter.pk) == matter
        entry = journal.timeline(matter.stream)[0]
        assert "赵云舟" in wording(entry.verb).sentence(entry.facts)


def test_a_unit_with_open_work_is_not_closed(town: Town) -> None:
    held_matter(town, holder_unit_id=town.secretariat.pk)
    with refused("unit_is_not_empty", match="在办事项 1"):
        services.close_unit(actor=town.keeper, unit_id=town.secretariat.pk, at=AT)
