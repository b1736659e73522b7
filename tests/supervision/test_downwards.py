"""市→县→乡: what the whole does, its parts are asked about; none outlives or outruns it silently (D-18)."""

from datetime import date, timedelta

import pytest

from tests.migrating import laid_out_as
from tests.refusing import refused
from tests.supervision import story
from tests.world import AT, CHEN_LI, FOUNDED, HE_WEI, LI_MIN, SUN_YAO, TODAY, ZHAO_XIAOYAN, World, build
from zhongshu.kernel.actors import SYSTEM, Actor
from zhongshu.kernel.refusals import Conflict, Refusal
from zhongshu.matters import queries as matters
from zhongshu.matters.models import Grant, Matter
from zhongshu.org import queries as org
from zhongshu.org.models import Appointment, Duty, Person, Post, Unit, UnitKind
from zhongshu.platform.journal import queries as journal
from zhongshu.platform.notify.models import Notice
from zhongshu.supervision import rules, services
from zhongshu.supervision.models import Directive, State
from zhongshu.supervision.services import ForParts, Part

pytestmark = pytest.mark.django_db
REVIEW = date(2026, 12, 1)


class Line:
    """A matter of the city, its part in the county, and the part of that in the township; all under way."""

    def __init__(self, town: World) -> None:
        self.town, self.at = town, AT + timedelta(hours=1)
        county = town.units["NHX"]
        self.township = Unit.objects.create(
            code="NHX-LS", name="南湖县柳树乡", short_name="柳树乡", kind=UnitKind.COUNTY, parent=county,
            number_prefix="柳树乡", fonds_code="LS", path="",
        )  # fmt: skip
        self.township.organ, self.township.path = self.township, f"{county.path}{self.township.pk}/"
        self.township.save()
        self.zhao, self.ma = town.actor(ZHAO_XIAOYAN), self._clerk()
        self.city = self._signed(story.handed_over(town, lead_id=county.pk, support_ids=()), self.zhao)
        self.county = self._part(self.city, "县里汇总除险加固", county, self.zhao)
        self.town_part = self._part(self.county, "乡里加固两座水库", self.township, self.ma)

    def _clerk(self) -> Actor:
        ma = Person.objects.create(name="马春", staff_number="machun")
        duties = [str(Duty.LEAD_UNIT), str(Duty.RECEIVE)]
        post = Post.objects.create(unit=self.township, title="乡党政办主任", duties=duties)
        Appointment.objects.create(person=ma, post=post, starts_on=FOUNDED)
        return org.actor_of(ma, TODAY)

    def _signed(self, directive: Directive, by: Actor) -> Directive:
        return services.sign_for(actor=by, directive_id=directive.pk, at=self.at)

    def _part(self, whole: Directive, title: str, lead: Unit, signs: Actor) -> Directive:
        section = lead if lead.pk != whole.matter.lead_unit_id else self._section(lead)
        part = Part(title=title, lead_id=section.pk, due=date(2026, 10, 12))
        services.decompose(actor=self.zhao, directive_id=whole.pk, parts=(part,), at=self.at)
        made = Directive.objects.select_related("matter").get(matter__parent_id=whole.pk)
        return self._signed(made, self.zhao if section.pk != self.township.pk else self.ma)

    def _section(self, county: Unit) -> Unit:
        """县水利股: 赵小燕 receives for it, too, so that she breaks its part down to the township."""
        section = Unit.objects.create(
            code="NHX-SL", name="水利股", short_name="水利股", kind=UnitKind.SECTION, parent=county, organ=county, path=""
        )  # fmt: skip
        section.path = f"{county.path}{section.pk}/"
        section.save()
        post = Post.objects.create(
            unit=section, title="水利股股长", duties=[str(Duty.LEAD_UNIT), str(Duty.RECEIVE)]
        )
        Appointment.objects.create(
            person=self.town.people[ZHAO_XIAOYAN], post=post, starts_on=FOUNDED, is_primary=False
        )
        self.zhao = self.town.actor(ZHAO_XIAOYAN)
        return section

    def states(self) -> list[str]:
        ids = [self.city.pk, self.county.pk, self.town_part.pk]
        found = dict(Matter.objects.filter(pk__in=ids).values_list("pk", "state"))
        return [found[one] for one in ids]

    def told(self, directive: Directive) -> list[str]:
        return [one.verb.removeprefix("supervision.") for one in journal.timeline(directive.matter.stream)]


@pytest.fixture
def line(world: World) -> Line:
    return Line(world)


def terminate(line: Line, how: str, reason: str = "") -> None:
    services.terminate(
        actor=line.town.actor(HE_WEI),
        directive_id=line.city.pk,
        reason="政策调整",
        parts=ForParts(how=how, reason=reason),
        at=AT + timedelta(days=1),
    )


def test_D_18_the_whole_does_not_end_before_its_parts_are_decided(line: Line) -> None:
    for how, reason in (("", ""), ("go_on", " ")):
        with pytest.raises(Refusal) as caught:
            terminate(line, how, reason)
        assert caught.value.rule == "D-18"
    assert line.states() == [State.UNDERTAKING] * 3


def test_parts_follow_down_to_the_township(line: Line) -> None:
    terminate(line, "follow")
    assert line.states() == [State.TERMINATED] * 3
    assert matters.orphans().count() == 0
    assert line.told(line.town_part)[0] == "terminated"


def test_parts_go_on_and_know_why(line: Line) -> None:
    terminate(line, "go_on", "县里另有安排")
    assert line.states() == [State.TERMINATED, State.UNDERTAKING, State.UNDERTAKING]
    entry = journal.timeline(line.county.matter.stream)[0]
    assert (entry.verb, entry.facts["reason"]) == ("supervision.whole_moved", "县里另有安排")


def test_the_form_asks_what_becomes_of_the_parts(line: Line, world: World) -> None:
    he_wei, here = world.client(HE_WEI), f"/supervision/{line.city.pk}/termination/"
    assert "分解任务怎样处理" in he_wei.get(here).content.decode()
    unanswered = he_wei.post(here, {"reason": "政策调整"})
    assert unanswered.status_code == 422 and "要写明怎样处理" in unanswered.content.decode()
    he_wei.post(here, {"reason": "政策调整", "parts_how": "follow"})
    assert line.states() == [State.TERMINATED] * 3


def stop(line: Line, how: str = "follow") -> None:
    he_wei, at = line.town.actor(HE_WEI), AT + timedelta(days=2)
    services.ask_suspension(
        actor=line.zhao, directive_id=line.city.pk, reason="汛期停工", review_on=REVIEW, at=at
    )
    services.decide_suspension(
        actor=he_wei,
        directive_id=line.city.pk,
        approve=True,
        opinion="",
        parts=ForParts(how=how, reason="不受影响"),
        at=at,
    )


def resume(line: Line, directive: Directive, by: Actor, *, days: int) -> Directive:
    return services.resume(actor=by, directive_id=directive.pk, reason="水退", at=AT + timedelta(days=days))


def test_the_clock_of_the_whole_line_stops_and_runs_on_as_one(line: Line) -> None:
    stop(line)
    assert line.states() == [State.SUSPENDED] * 3
    with pytest.raises(Conflict) as caught:
        resume(line, line.county, line.zhao, days=20)
    assert caught.value.code == "whole_stands"
    resume(line, line.city, line.town.actor(LI_MIN), days=40)
    assert line.states() == [State.UNDERTAKING] * 3
    dues = [Matter.objects.get(pk=one.pk).current_due for one in (line.city, line.county, line.town_part)]
    assert dues[0] is not None and dues == sorted(dues, reverse=True)  # type: ignore[type-var]
    assert matters.orphans().count() == 0


def test_what_the_township_has_not_signed_for_goes_on_and_is_told(line: Line) -> None:
    """Two floors down, too, nothing runs on silently while all above it stands."""
    part = Part(title="乡里排查隐患点", lead_id=line.township.pk, due=date(2026, 10, 10))
    services.decompose(actor=line.zhao, directive_id=line.county.pk, parts=(part,), at=line.at)
    unsigned = Directive.objects.select_related("matter").get(matter__title=part.title)
    stop(line)
    newest = journal.timeline(unsigned.matter.stream)[0]
    assert (newest.verb, newest.facts["state"]) == ("supervision.whole_moved", State.SUSPENDED)
    assert Matter.objects.get(pk=unsigned.pk).state == State.DISPATCHED


def test_parts_that_go_on_are_not_stopped(line: Line) -> None:
    stop(line, how="go_on")
    assert line.states() == [State.SUSPENDED, State.UNDERTAKING, State.UNDERTAKING]


def test_a_part_that_stood_alone_does_not_outrun_its_whole(line: Line) -> None:
    at = AT + timedelta(days=2)
    services.ask_suspension(
        actor=line.ma, directive_id=line.town_part.pk, reason="停电", review_on=REVIEW, at=at
    )
    boss = org.actor_of(line.town.people[HE_WEI], TODAY)
    with refused("not_an_approver"):
        services.decide_suspension(
            actor=line.ma, directive_id=line.town_part.pk, approve=True, opinion="", at=at
        )
    services.decide_suspension(
        actor=line.zhao, directive_id=line.town_part.pk, approve=True, opinion="", at=at
    )
    after = resume(line, line.town_part, line.zhao, days=15)
    whole = Matter.objects.get(pk=line.county.pk)
    assert after.matter.current_due == whole.current_due
    entry = journal.timeline(after.matter.stream)[0]
    assert entry.verb == "supervision.resumed" and entry.facts["cut"]
    assert boss.person_id


def test_a_later_date_of_the_whole_is_told_to_its_parts(line: Line) -> None:
    at = AT + timedelta(days=2)
    services.ask_extension(
        actor=line.zhao, directive_id=line.city.pk, new_due=date(2026, 11, 20), reason="降雨", at=at
    )
    services.decide_extension(
        actor=line.town.actor(HE_WEI), directive_id=line.city.pk, approve=True, opinion="", at=at
    )
    assert line.told(line.county)[0] == "whole_redated"
    assert Matter.objects.get(pk=line.county.pk).current_due == date(2026, 10, 12)


def test_an_earlier_date_of_the_whole_pulls_its_parts_in_to_the_last(line: Line) -> None:
    Matter.objects.filter(pk=line.city.pk).update(current_due=date(2026, 10, 9))
    pulled = services.pull_parts_in(actor=SYSTEM, at=AT + timedelta(days=2))
    assert pulled == 2
    for part in (line.county, line.town_part):
        assert Matter.objects.get(pk=part.pk).current_due == date(2026, 10, 9)
        assert line.told(part)[0] == "part_pulled_in"


def test_results_are_written_back_up_the_line(line: Line) -> None:
    at = AT + timedelta(days=3)
    proof = (story.proof(line.ma, at=at, words="两座水库已加固。"),)
    services.complete(
        actor=line.ma, directive_id=line.town_part.pk, feedback="两座水库已加固。", signed_by_id=line.ma.person_id,
        files=proof, at=at,
    )  # fmt: skip
    for stream in (line.county.matter.stream, line.city.matter.stream):
        entry = journal.timeline(stream)[0]
        assert (entry.verb, entry.facts["text"]) == ("supervision.part_moved", "两座水库已加固。")


def test_those_above_see_the_whole_tree_below_what_they_handed_out(line: Line) -> None:
    """Two floors down as one: who follows it up, who approved it, who leads the organ; nobody beside them."""
    for name, seen in ((LI_MIN, 200), (HE_WEI, 200), (CHEN_LI, 200), (SUN_YAO, 404)):
        found = [
            line.town.client(name).get(f"/supervision/{one.pk}/") for one in (line.county, line.town_part)
        ]
        assert [one.status_code for one in found] == [seen, seen]


def test_a_part_that_is_late_already_is_told_that_it_goes_on(line: Line) -> None:
    Matter.objects.filter(pk=line.county.pk).update(current_due=TODAY + timedelta(days=1))
    stop(line)
    assert line.states() == [State.SUSPENDED, State.UNDERTAKING, State.UNDERTAKING]
    (told,) = Notice.objects.filter(subject=line.county.matter.stream, text__contains="不随之中止")
    assert told.person_id == line.zhao.person_id


def test_D_18_the_decision_as_a_rule() -> None:
    assert rules.D_18_parts_settled(parts=0, how="", reason="")
    assert rules.D_18_parts_settled(parts=2, how="follow", reason="")
    assert not rules.D_18_parts_settled(parts=2, how="go_on", reason="")


@pytest.mark.django_db(transaction=True)
def test_what_was_handed_out_before_is_made_known_and_withheld_alike() -> None:
    town = build()
    line = Line(town)
    gone = story.signed_for(town, story.handed_over(town))
    services.transfer(actor=town.actor(HE_WEI), directive_id=gone.pk, to="市监察委员会", reason="线索", at=AT)
    Directive.objects.filter(pk=gone.pk).update(ended_reason="线索")
    gone.matter.assignments.update(opinion="线索")
    known = Grant.objects.filter(matter=line.town_part.pk)
    before = sorted(known.values_list("principal", "origin"))
    above = [f"u:{town.units['SWB-DC'].pk}", f"p:{town.people[HE_WEI].pk}", f"o:{line.city.matter.organ_id}"]
    known.filter(principal__in=above).delete()
    with laid_out_as("supervision", "0021_nothing_hangs"):
        pass
    assert sorted(known.values_list("principal", "origin")) == before
    assert not Directive.objects.get(pk=gone.pk).ended_reason
    assert not gone.matter.assignments.exclude(opinion="").exists()
