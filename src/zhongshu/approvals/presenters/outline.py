"""A route as an outline to be worked on: every item a line, what is inside it beneath it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from zhongshu.approvals import queries
from zhongshu.approvals.grammar import Choice, Condition, Item, Parallel, Route, Stage
from zhongshu.approvals.grammar.editing import Place
from zhongshu.approvals.parts.wording import KINDS
from zhongshu.approvals.presenters import saying


@dataclass(frozen=True, slots=True)
class Way:
    """A body that something can be added to. ``lines`` in order; ``edit`` leads to its title and condition."""

    title: str
    when: str
    edit: str
    owner: str
    number: int
    lines: tuple["Line", ...]
    removable: bool = False

    @property
    def where(self) -> str:
        """The place as it stands in the address of what is added here."""
        return urlencode({"owner": self.owner, "way": self.number})


@dataclass(frozen=True, slots=True)
class Line:
    """One item: what it is, in words, and its ways."""

    kind: str
    code: str
    title: str
    told: tuple[str, ...]
    edit: str
    ways: tuple[Way, ...] = ()
    may_widen: bool = False
    add_branch: str = ""


@dataclass(frozen=True, slots=True)
class FieldLine:
    """One field of the form."""

    code: str
    label: str
    told: str
    edit: str


@dataclass(frozen=True, slots=True)
class RuleLine:
    """One prescription, or one rule between fields."""

    number: int
    title: str
    told: str
    edit: str


class Outline:
    """The draft of the route called ``name``, line by line; ``parts`` are the titles of shared parts by their names."""

    def __init__(self, name: str, plan: Route, parts: Mapping[str, str] | None = None) -> None:
        self.name, self.plan, self.parts = name, plan, parts or {}
        self.named = queries.named_in(plan)

    @property
    def whole(self) -> Way:
        """The route itself."""
        return self._way(self.plan.body, Place())

    @property
    def fields(self) -> list[FieldLine]:
        """The fields of the form."""
        kinds = dict(KINDS)
        found = []
        for one in self.plan.fields:
            options = _("、").join(label for _code, label in one.choices)
            words = [str(kinds[one.kind]), options, "" if one.required else _("可不填")]
            told = " · ".join(filter(None, words))
            found.append(FieldLine(one.code, one.label, told, self._address("field", one.code)))
        return found

    @property
    def rules(self) -> list[RuleLine]:
        """The prescriptions."""
        return [
            RuleLine(
                number, one.title, saying.prescription(one, self.plan), self._address("rule", str(number))
            )
            for number, one in enumerate(self.plan.prescriptions, 1)
        ]

    @property
    def ties(self) -> list[RuleLine]:
        """The rules between fields."""
        return [
            RuleLine(number, saying.tie(one, self.plan), "", self._address("tie", str(number)))
            for number, one in enumerate(self.plan.ties, 1)
        ]

    def _way(
        self,
        body: Sequence[Item],
        place: Place,
        *,
        title: str = "",
        when: str = "",
        edit: str = "",
        more: bool = False,
    ) -> Way:
        lines = tuple(self._line(item) for item in body)
        return Way(title, when, edit, place.owner, place.way, lines, removable=more)

    def _line(self, item: Item) -> Line:
        if isinstance(item, Stage):
            return Line("stage", item.code, item.title, self._told(item), self._address("stage", item.code))
        if isinstance(item, Choice):
            add = f"{self._address('branch', item.code)}?way={len(item.branches)}"
            return Line("choice", item.code, _("分支"), (), "", self._branches(item), add_branch=add)
        if isinstance(item, Parallel):
            ways = tuple(
                self._way(body, Place(item.code, at), title=_("第%(n)s路") % {"n": at + 1}, more=True)
                for at, body in enumerate(item.branches)
            )
            return Line("parallel", item.code, _("并行，各路都办完再往下走"), (), "", ways, may_widen=True)
        if item.route:
            title = self.parts.get(item.route, item.route)
            told = (_("引用子流程“%(title)s”，发布时编入") % {"title": title},)
            return Line("call", item.code, item.title, told, self._address("call", item.code))
        inner = self._way(item.body, Place(item.code))
        return Line("group", item.code, item.title, (), self._address("group", item.code), (inner,))

    def _branches(self, item: Choice) -> tuple[Way, ...]:
        found = [
            self._way(
                branch.body,
                Place(item.code, at),
                title=branch.title,
                when=self._when(branch.when),
                edit=f"{self._address('branch', item.code)}?way={at}",
                more=True,
            )
            for at, branch in enumerate(item.branches)
        ]
        if item.otherwise is not None:
            found.append(self._way(item.otherwise, Place(item.code, len(item.branches)), title=_("其他情况")))
        return tuple(found)

    def _told(self, stage: Stage) -> tuple[str, ...]:
        days = _("%(n)s 个工作日内") % {"n": stage.within}
        when = _("仅当%(when)s") % {"when": self._when(stage.when)} if stage.when else ""
        told = (saying.who(stage, self.named), saying.how(stage), days, when, saying.hand_on(stage))
        return tuple(filter(None, told))

    def _when(self, condition: Condition) -> str:
        return saying.condition(condition, self.plan)

    def _address(self, part: str, ref: str) -> str:
        return reverse("approvals:route-part", args=[self.name, part, ref])
