"""A route made ready for its page."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.utils.translation import gettext as _

from zhongshu.approvals import checks, grammar, policies, queries
from zhongshu.approvals.models import Route, RouteVersion
from zhongshu.approvals.presenters import saying
from zhongshu.approvals.presenters.cases import Case, case
from zhongshu.approvals.presenters.diagram import Diagram, draw
from zhongshu.approvals.walking.words import power_words
from zhongshu.kernel.actors import Actor


@dataclass(frozen=True, slots=True)
class Line:
    """One stage in words."""

    title: str
    who: str
    how: str
    when: str
    within: int
    power: str
    hand_on: str


@dataclass(frozen=True, slots=True)
class Call:
    """A part that is called: in which version it was put in (0: not yet), and which is in force now (0: none)."""

    title: str
    route: str
    version: int
    newest: int

    @property
    def is_old(self) -> bool:
        return 0 < self.version < self.newest


class RoutePage:
    """A route as ``actor`` sees it: the version asked for, else the one in force, else the draft."""

    def __init__(self, actor: Actor, route: Route, today: date, number: str = "") -> None:
        self.actor, self.route, self.today = actor, route, today
        self.versions = list(queries.versions(route))
        self.version = self._asked(number)
        self.plan = self.version.plan

    def _asked(self, number: str) -> RouteVersion:
        asked = [one for one in self.versions if str(one.number) == number]
        in_force = [one for one in self.versions if one.pk == self.route.current_id]
        return (asked or in_force or self.versions)[0]

    @property
    def may_keep(self) -> bool:
        return bool(policies.may_keep_routes(self.actor, self.route.organ_id))

    @property
    def draft(self) -> RouteVersion | None:
        return next((one for one in self.versions if one.published_at is None), None)

    @property
    def is_draft(self) -> bool:
        return self.version.published_at is None

    @property
    def word(self) -> str:
        if self.route.withdrawn_at:
            return _("已停用")
        return _("在用") if self.route.current_id else _("未发布")

    @property
    def state(self) -> str:
        if self.route.withdrawn_at:
            return "none"
        return "done" if self.route.current_id else "todo"

    @cached_property
    def diagram(self) -> Diagram:
        try:
            return draw(queries.resolved(self.plan) if self.is_draft else self.plan)
        except grammar.Unresolved:
            return draw(self.plan)

    @cached_property
    def stages(self) -> list[Line]:
        """Every stage in words, in order; the branches it stands in are told before its own condition."""
        flow = grammar.Flow(self.plan)
        return [
            Line(
                stage.title,
                saying.who(stage, self.named),
                saying.how(stage),
                _("，且").join([*self._branches(flow, stage), *self._own(stage)]),
                stage.within,
                power_words(stage.power),
                saying.hand_on(stage),
            )
            for stage in flow.stages.values()
        ]

    def _own(self, stage: grammar.Stage) -> list[str]:
        return [saying.condition(stage.when, self.plan)] if stage.when else []

    @staticmethod
    def _branches(flow: grammar.Flow, stage: grammar.Stage) -> list[str]:
        return [
            _("走“%(title)s”这一支") % {"title": one.title} if one else _("其他情况")
            for one in flow.branches(stage.code)
        ]

    @property
    def cases(self) -> list[Case]:
        """What every stage does in its special cases."""
        return [case(one, self.plan, self.named) for one in grammar.Flow(self.plan).stages.values()]

    @cached_property
    def named(self) -> queries.Named:
        return queries.named_in(self.plan)

    @property
    def branches(self) -> list[tuple[str, str]]:
        """The ways of its choices, each with its condition."""
        return [
            (branch.title, saying.condition(branch.when, self.plan))
            for item in grammar.items(self.plan)
            if isinstance(item, grammar.Choice)
            for branch in item.branches
        ]

    @property
    def is_part(self) -> bool:
        """Whether papers go along it only where other routes call it."""
        return self.plan.kind == grammar.PART

    @cached_property
    def callers(self) -> list[Route]:
        """The routes in force that call it."""
        return queries.callers(self.route.name) if self.is_part else []

    @cached_property
    def calls(self) -> list[Call]:
        """The parts it calls."""
        made = list(grammar.calls(self.plan))
        newest = {one.name: one.current.number for one in queries.parts() if one.current} if made else {}
        return [Call(one.title, one.route, one.version, newest.get(one.route, 0)) for one in made]

    @property
    def prescriptions(self) -> list[tuple[str, str]]:
        """Each with the case and the stage that it prescribes."""
        return [(one.title, saying.prescription(one, self.plan)) for one in self.plan.prescriptions]

    @property
    def ties(self) -> list[str]:
        """The rules between fields, in words."""
        return [saying.tie(one, self.plan) for one in self.plan.ties]

    @cached_property
    def news(self) -> list[str]:
        """What has come to the route of this name since the version in force was published, for who keeps routes."""
        if not self.may_keep or self.is_draft or self.version.pk != self.route.current_id:
            return []
        return saying.news(self.plan, queries.renewed(self.plan))

    @property
    def may_renew(self) -> bool:
        """Whether that can be put in force by one press."""
        return bool(policies.may_renew(self.route, self.draft))

    @cached_property
    def notes(self) -> list[checks.Fault]:
        """Whose own papers would find nobody to take over, for who keeps routes."""
        if self.faults or not self.may_keep:
            return []
        return queries.notes_of(self.plan, self.route.organ_id, self.today)

    @cached_property
    def tried(self) -> checks.Tried | None:
        """What becomes of any choice of stand-ins, for who keeps routes."""
        if self.faults or not self.may_keep:
            return None
        return queries.tried_of(self.plan, self.route.organ_id, self.today)

    @cached_property
    def faults(self) -> list[checks.Fault]:
        """What the static check finds in today's organisation."""
        return queries.faults_of(self.plan, self.route.organ_id, self.today)
