"""A route on the bench: its outline, its drawing, what the check finds in it as it is now."""

from datetime import date
from functools import cached_property

from zhongshu.approvals import checks, grammar, queries
from zhongshu.approvals.models import Route, RouteVersion
from zhongshu.approvals.parts.tie import TIED
from zhongshu.approvals.presenters import saying
from zhongshu.approvals.presenters.diagram import Diagram, draw
from zhongshu.approvals.presenters.outline import Outline


class DraftPage:
    """The draft of a route; before anything is changed it is the newest version."""

    def __init__(self, route: Route, today: date) -> None:
        self.route, self.today = route, today
        self.version = queries.on_the_bench(route)
        self.plan = grammar.folded(self.version.plan)
        self.shared = {one.name: one.title for one in queries.parts()}
        self.outline = Outline(route.name, self.plan, self.shared)

    @property
    def is_part(self) -> bool:
        """Whether other routes call it and no paper is started along it."""
        return self.plan.kind == grammar.PART

    @property
    def shares(self) -> bool:
        """Whether there is a part that it could call."""
        return bool(self.shared.keys() - {self.route.name})

    @property
    def may_tie(self) -> bool:
        """Whether there is a rule between fields, or anything that one could be about."""
        return bool(self.plan.ties) or sum(one.kind in TIED for one in self.plan.fields) > 1

    @property
    def news(self) -> list[str]:
        """What comes with the route of this name by now and is not in the draft, in words."""
        return saying.news(self.plan, queries.renewed(self.plan))

    @property
    def in_force(self) -> RouteVersion | None:
        """The version that papers go by until the draft is published."""
        return self.route.current if self.is_draft else None

    @property
    def edition(self) -> str:
        return queries.edition(self.version)

    @property
    def is_draft(self) -> bool:
        """Whether there is something to publish."""
        return self.version.published_at is None

    @property
    def empty(self) -> bool:
        """Whether nothing has been drawn up yet."""
        return not self.plan.body

    @cached_property
    def diagram(self) -> Diagram:
        """The drawing, with the parts it calls where they can be put in."""
        try:
            return draw(queries.resolved(self.plan))
        except grammar.Unresolved:
            return draw(self.plan)

    @cached_property
    def faults(self) -> list[checks.Fault]:
        """What the static check finds in today's organisation."""
        return queries.faults_of(self.plan, self.route.organ_id, self.today)
