"""The city itself holds together, and the tests' own means do what they say."""

import pytest
from django.db import DatabaseError, connection, transaction

from tests.world import ADMINISTRATORS, AT, CAST, HE_WEI, LI_MIN, PEOPLE, SHEN_JING, SUN_YAO, World
from zhongshu.kernel.actors import SYSTEM
from zhongshu.org.models import Duty
from zhongshu.platform.journal import services as journal
from zhongshu.platform.journal.models import Entry
from zhongshu.platform.workdays.models import Year


def write_something() -> Entry:
    with transaction.atomic():
        return journal.record(stream="test:1", verb="test.done", actor=SYSTEM, at=AT)


def test_everybody_of_the_cast_has_a_place_but_the_administrators(world: World) -> None:
    assert tuple(PEOPLE) == CAST
    assert [name for name in CAST if not world.actor(name).organ_ids] == list(ADMINISTRATORS)


def test_the_section_supervises_and_the_outsider_does_not(world: World) -> None:
    organ = world.units["SWB"].pk
    assert world.actor(LI_MIN).has_duty(Duty.SUPERVISE, organ)
    assert world.actor(HE_WEI).has_duty(Duty.APPROVE_SUPERVISION, organ)
    assert not world.actor(SUN_YAO).duties


def test_one_enters_as_oneself(world: World) -> None:
    response = world.client(SHEN_JING).get("/")
    assert response.wsgi_request.user == world.user(SHEN_JING)


@pytest.mark.django_db(transaction=True)
class TestTheFlushBetweenTests:
    """Each of the two leaves an entry behind that the flush must take away, guards and all."""

    @pytest.mark.parametrize("round_", ["first", "second"])
    def test_empties_the_journal_and_sets_the_guards_again(self, round_: str) -> None:
        assert not Entry.objects.exists(), round_
        entry = write_something()
        for deed in (
            f"UPDATE journal_entry SET verb = 'x' WHERE id = {entry.pk}",
            "DELETE FROM journal_entry",
        ):
            with pytest.raises(DatabaseError, match="append-only"), connection.cursor() as cursor:
                cursor.execute(deed)

    def test_spares_the_table_of_workdays(self) -> None:
        assert Year.objects.filter(year=2026, is_announced=True).exists()
