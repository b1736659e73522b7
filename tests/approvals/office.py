"""The committee's office with enough people in it to try every verb, and papers on routes made for one test."""

from datetime import datetime, timedelta
from itertools import count
from typing import Any

from tests.world import AT, CHEN_LI, FOUNDED, HE_WEI, LI_MIN, World
from zhongshu.approvals import queries, services
from zhongshu.approvals.models import Approval, SeatState
from zhongshu.approvals.walking import Walk
from zhongshu.kernel.actors import SYSTEM, Actor
from zhongshu.kernel.clock import local_day
from zhongshu.matters import queries as matters
from zhongshu.org import queries as org
from zhongshu.org.models import Appointment, Person, Post
from zhongshu.platform.journal import queries as journal

FANG_QING, LIU_QING, QIN_LAN, SU_YANG = "方晴", "柳青", "秦岚", "苏阳"
HIRED = (FANG_QING, LIU_QING, QIN_LAN, SU_YANG)
LAST_RESORT = "sp0"  # 方晴: whoever else is away
FORM = {"subject": "印发通报", "amount": "100"}


class Office:
    """People by name, papers by route; the clock goes an hour on with every act."""

    def __init__(self, world: World) -> None:
        self.world, self.at, self._routes = world, AT, count(1)
        self.people: dict[str, Person] = dict(world.people)
        for number, name in enumerate(HIRED):
            person = Person.objects.create(name=name, staff_number=f"sp{number}")
            post = Post.objects.create(unit=world.units["SWB"], title=f"岗位{number}", duties=[])
            Appointment.objects.create(person=person, post=post, starts_on=FOUNDED)
            self.people[name] = person

    def actor(self, name: str, standing_in_for: str = "") -> Actor:
        day = local_day(self.at)
        if not standing_in_for:
            return org.actor_of(self.people[name], day)
        found = org.actor_standing_in(self.people[name], self.people[standing_in_for].pk, day)
        assert found is not None, f"{name} does not stand in for {standing_in_for}"
        return found

    def stage(self, code: str, *names: str, **more: Any) -> dict[str, Any]:
        """A stage decided by people; somebody is always there as a last resort."""
        who = {"kind": "named", "people": [self.people[name].staff_number for name in names]}
        given = {"type": "stage", "code": code, "title": f"环节{code}", "who": who}
        return {**given, "on_empty": "named", "fallback": [LAST_RESORT], **more}

    def route(self, *body: dict[str, Any], **more: Any) -> str:
        """Publish a route; returns its name."""
        name = f"r{next(self._routes)}"
        fields = [
            {"code": "subject", "label": "事由"},
            {"code": "amount", "label": "金额", "kind": "money"},
            {"code": "note", "label": "内情", "required": False},
        ]
        spec = {"name": name, "title": f"路线{name}", "fields": fields, "body": list(body), **more}
        services.draft_route(actor=SYSTEM, spec=spec, at=self.at)
        services.publish_route(actor=SYSTEM, name=name, at=self.at)
        return name

    def paper(
        self, *body: dict[str, Any], by: str = LI_MIN, values: dict[str, str] | None = None
    ) -> Approval:
        """A paper handed in on a route of its own."""
        return self.hand_in(self.route(*body), by=by, values=values)

    def hand_in(
        self, route: str, *, by: str = LI_MIN, values: dict[str, str] | None = None, **more: Any
    ) -> Approval:
        return services.submit(
            actor=self.actor(by), route=route, title="关于印发通报的请示", body="", values={**FORM, **(values or {})},
            at=self.at, **more,
        )  # fmt: skip

    def act(self, verb: str, name: str, paper: Approval, *, standing_in_for: str = "", **more: Any) -> Any:
        """Do one of the services of approvals as ``name``, an hour later."""
        self.at += timedelta(hours=1)
        actor = self.actor(name, standing_in_for)
        return getattr(services, verb)(actor=actor, matter_id=paper.pk, at=self.at, **more)

    def agree(self, paper: Approval, *names: str) -> None:
        for name in names:
            self.act("agree", name, paper)

    def give_back(self, paper: Approval, name: str, target: str, *, straight: bool) -> None:
        self.act("give_back", name, paper, target=target, straight=straight, opinion="请再核")

    def pk(self, name: str) -> int:
        return self.people[name].pk

    def walk(self, paper: Approval) -> Walk:
        return queries.walk_of(Approval.objects.get(pk=paper.pk), local_day(self.at))

    def asked(self, paper: Approval) -> set[str]:
        """Who is asked now."""
        walk = self.walk(paper)
        open_legs = {leg.number for leg in walk.legs if leg.state == "open"}
        return {one.person.name for one in walk.seats if one.state == SeatState.OPEN and one.leg in open_legs}

    def desks(self, paper: Approval) -> set[str]:
        """On whose desk it lies: what they see when they enter. It must be the same people."""
        return {
            name
            for name in (*HIRED, LI_MIN, HE_WEI, CHEN_LI)
            if paper.pk in [row.matter_id for row in matters.todo(self.actor(name)).rows]
        }

    def status(self, paper: Approval) -> str:
        return Approval.objects.get(pk=paper.pk).status

    def told(self, paper: Approval) -> list[str]:
        """The verbs of the paper's journal, the oldest first."""
        entries = journal.timeline(paper.matter.stream, limit=100)
        return [entry.verb.removeprefix("approvals.") for entry in reversed(entries)]

    def later(self, **more: int) -> datetime:
        self.at += timedelta(**more)
        return self.at
