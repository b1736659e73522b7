from datetime import timedelta

from tests.org.town import TODAY, Town, acts_for, away, make_unit
from tests.refusing import refused
from zhongshu.org import queries
from zhongshu.org.models import Appointment, Duty, Post


class TestReceivers:
    def test_an_organ_is_received_for_by_its_receiver(self, town: Town) -> None:
        assert queries.receivers(town.office.pk, TODAY) == (town.zhou,)
        assert queries.receivers(town.finance.pk, TODAY) == (town.lin,)

    def test_a_section_without_receiver_by_its_head(self, town: Town) -> None:
        assert queries.receivers(town.supervision.pk, TODAY) == (town.li,)

    def test_a_section_with_neither_by_everybody(self, town: Town) -> None:
        Post.objects.filter(unit=town.supervision).update(duties=[])
        assert queries.receivers(town.supervision.pk, TODAY) == (town.li, town.zhao)

    def test_an_organ_without_receiver_by_who_leads_it(self, town: Town) -> None:
        Post.objects.filter(unit=town.secretariat).update(duties=[])
        assert queries.receivers(town.office.pk, TODAY) == (town.chen,)

    def test_the_stand_in_is_told_too(self, town: Town) -> None:
        away(town.zhou)
        acts_for(town.sun, town.zhou)
        assert queries.receivers(town.office.pk, TODAY) == (town.zhou, town.sun)
        assert queries.receivers(town.office.pk, TODAY + timedelta(days=1)) == (town.zhou,)


class TestHeads:
    def test_a_section_signs_by_its_head(self, town: Town) -> None:
        assert queries.heads(town.supervision.pk, TODAY) == [town.li]

    def test_a_section_without_head_by_the_leaders_of_its_organ(self, town: Town) -> None:
        assert queries.heads(town.finance_office.pk, TODAY) == [town.xu]

    def test_an_organ_by_its_leaders(self, town: Town) -> None:
        assert queries.heads(town.office.pk, TODAY) == [town.chen]
        assert queries.leaders_of(town.finance.pk, TODAY) == [town.xu]

    def test_who_has_left_signs_no_more(self, town: Town) -> None:
        town.xu.left_on = TODAY
        town.xu.save()
        assert queries.heads(town.finance.pk, TODAY) == []


class TestColleague:
    def test_is_somebody_of_the_same_organ(self, town: Town) -> None:
        assert queries.colleague(town.finance.pk, town.lin.pk, TODAY) == town.lin

    def test_nobody_else(self, town: Town) -> None:
        with refused("not_a_colleague", match="不在澄江市财政局任职"):
            queries.colleague(town.finance.pk, town.li.pk, TODAY)

    def test_not_after_the_appointment_ended(self, town: Town) -> None:
        Appointment.objects.filter(person=town.lin).update(ends_on=TODAY - timedelta(days=1))
        with refused("not_a_colleague"):
            queries.colleague(town.finance.pk, town.lin.pk, TODAY)


class TestDirectory:
    def test_knows_every_name_of_a_unit(self, town: Town) -> None:
        town.finance.aliases.create(name="财政局", learnt_at="2026-01-01T00:00:00Z")
        names = queries.directory()
        assert {names[n] for n in ("澄江市财政局", "市财政局", "财政局")} == {town.finance.pk}

    def test_leaves_out_what_two_units_are_called(self, town: Town) -> None:
        make_unit("gaj", "澄江市公安局", "督查科")
        assert "督查科" not in queries.directory()
        assert "市委办公室督查科" in queries.directory()

    def test_an_alias_never_takes_a_proper_name_away(self, town: Town) -> None:
        town.office.aliases.create(name="市财政局", learnt_at="2026-01-01T00:00:00Z")
        assert queries.directory()["市财政局"] == town.finance.pk

    def test_follows_a_change_at_once(self, town: Town) -> None:
        queries.directory()
        town.finance.short_name = "市财金局"
        town.finance.save()
        assert queries.directory()["市财金局"] == town.finance.pk
        assert queries.unit_called(" 市财金局 ") == town.finance.pk


def test_the_tree_counts_people_in_one_query(town: Town, django_assert_num_queries) -> None:  # type: ignore[no-untyped-def]
    with django_assert_num_queries(1):
        nodes = queries.flat(queries.tree(TODAY))
    told = [(node.unit.short_name, node.depth, node.people) for node in nodes]
    assert told == [
        ("市委办", 0, 3),
        ("督查科", 1, 2),
        ("秘书科", 1, 2),
        ("市财政局", 0, 1),
        ("财政局办公室", 1, 1),
    ]
    assert queries.holders_of(Duty.SUPERVISE, town.office.pk, TODAY) == [town.li, town.zhao]
