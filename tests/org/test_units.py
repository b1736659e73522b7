import pytest

from tests.org.town import AT, TODAY, Town
from tests.refusing import refused
from zhongshu.kernel.actors import SYSTEM
from zhongshu.kernel.refusals import Conflict, Forbidden
from zhongshu.org import queries, registry, services
from zhongshu.org.models import Appointment, Unit, UnitKind
from zhongshu.platform.journal import queries as journal
from zhongshu.platform.journal.sentences import wording


class TestOpenUnit:
    def test_a_section_belongs_to_the_organ_above(self, town: Town) -> None:
        made = services.open_unit(
            actor=town.keeper,
            code="lz-zhk",
            name="综合科",
            kind=UnitKind.SECTION,
            parent_id=town.office.pk,
            at=AT,
        )
        assert (made.organ, made.path) == (town.office, f"{town.office.path}{made.pk}/")

    def test_an_organ_under_another_is_its_own(self, town: Town) -> None:
        made = services.open_unit(
            actor=town.keeper, code="nh", name="南湖县", kind=UnitKind.COUNTY, parent_id=town.office.pk, at=AT
        )
        assert made.is_organ

    def test_is_for_the_keeper_of_that_tree(self, town: Town) -> None:
        for actor, parent in ((queries.actor_of(town.li, TODAY), town.office), (town.keeper, town.finance)):
            with refused("not_the_keeper", Forbidden):
                services.open_unit(
                    actor=actor, code="x", name="某科", kind=UnitKind.SECTION, parent_id=parent.pk, at=AT
                )

    def test_refuses_a_code_twice_and_a_section_without_parent(self, town: Town) -> None:
        with refused("code_is_taken", Conflict, match="已经有了"):
            services.open_unit(actor=SYSTEM, code="lz", name="又一", kind=UnitKind.ORGAN, at=AT)
        with refused("section_without_parent", match="必须有上级单位"):
            services.open_unit(actor=SYSTEM, code="y", name="某科", kind=UnitKind.SECTION, at=AT)


class TestRenameUnit:
    def test_still_answers_to_its_former_names(self, town: Town) -> None:
        services.rename_unit(
            actor=SYSTEM, unit_id=town.finance.pk, name="澄江市财政金融局", short_name="市财金局", at=AT
        )
        names = queries.directory()
        assert {names[n] for n in ("澄江市财政金融局", "市财金局", "澄江市财政局", "市财政局")} == {
            town.finance.pk
        }

    def test_is_told_in_the_journal(self, town: Town) -> None:
        services.rename_unit(actor=SYSTEM, unit_id=town.finance.pk, name="澄江市财政金融局", at=AT)
        entry = journal.timeline(f"unit:{town.finance.pk}")[0]
        assert wording(entry.verb).sentence(entry.facts) == "由“澄江市财政局”更名为“澄江市财政金融局”"


class TestMoveUnit:
    def test_takes_everything_below_along(self, town: Town) -> None:
        group = services.open_unit(
            actor=SYSTEM, code="g", name="一组", kind=UnitKind.SECTION, parent_id=town.supervision.pk, at=AT
        )
        services.move_unit(actor=SYSTEM, unit_id=town.supervision.pk, parent_id=town.secretariat.pk, at=AT)
        group.refresh_from_db()
        assert group.path == f"{town.secretariat.path}{town.supervision.pk}/{group.pk}/"

    def test_refuses_a_circle_and_another_organ(self, town: Town) -> None:
        for below in (town.supervision, town.finance):
            with refused("not_movable_there", match="同一机关"):
                services.move_unit(actor=SYSTEM, unit_id=town.supervision.pk, parent_id=below.pk, at=AT)


class TestCloseUnit:
    def test_refuses_while_people_are_in_it(self, town: Town) -> None:
        with refused("unit_is_not_empty", match="在任人员 2"):
            services.close_unit(actor=town.keeper, unit_id=town.supervision.pk, at=AT)

    def test_refuses_while_work_lies_with_it(self, town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(registry, "holdings", {})
        registry.register("t", "在办事项", of_person=lambda _: 0, of_unit=lambda pk: 3)
        Appointment.objects.filter(post__unit=town.supervision).update(ends_on=TODAY)
        with refused("unit_is_not_empty", match="在办事项 3"):
            services.close_unit(actor=town.keeper, unit_id=town.supervision.pk, at=AT)

    def test_an_empty_one_is_closed_and_no_longer_found(self, town: Town) -> None:
        Appointment.objects.filter(post__unit=town.supervision).update(ends_on=TODAY)
        services.close_unit(actor=town.keeper, unit_id=town.supervision.pk, at=AT)
        assert Unit.objects.get(pk=town.supervision.pk).closed_on == TODAY
        assert "督查科" not in queries.directory()
        with refused("unit_is_closed", Conflict, match="已经撤销"):
            services.close_unit(actor=town.keeper, unit_id=town.supervision.pk, at=AT)


class TestAlias:
    def test_is_learnt_and_forgotten(self, town: Town) -> None:
        alias = services.add_alias(actor=SYSTEM, unit_id=town.finance.pk, name="财政部门", at=AT)
        assert queries.directory()["财政部门"] == town.finance.pk
        services.revoke_alias(actor=SYSTEM, alias_id=alias.pk, at=AT)
        assert "财政部门" not in queries.directory()

    def test_refuses_the_name_of_another(self, town: Town) -> None:
        with refused("name_is_taken", Conflict, match="另一个单位"):
            services.add_alias(actor=SYSTEM, unit_id=town.finance.pk, name="市委办", at=AT)
