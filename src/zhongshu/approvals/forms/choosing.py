"""Whom a drafter chooses, for the stages that leave it to him."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import gettext as _

from zhongshu.approvals.forms.people import Choice, PeopleField
from zhongshu.approvals.grammar import Flow, Route, Stage, WhoKind, typed
from zhongshu.ui.forms import dress, needed


@dataclass(frozen=True)
class Choosing:
    """The stages of ``plan`` whose people the drafter names, out of ``people`` (id, label); staff ``numbers`` by id."""

    plan: Route
    people: Sequence[Choice]
    numbers: Mapping[int, str]

    @cached_property
    def flow(self) -> Flow:
        return Flow(self.plan)

    @property
    def stages(self) -> list[Stage]:
        return [stage for stage in self.flow.stages.values() if stage.who.kind == WhoKind.CHOSEN]

    def field(self, stage: Stage, *, draft: bool) -> PeopleField:
        """A field for ``stage`` that says whom it offers, where not everybody, and when it is needed."""
        pool = stage.who.people
        offered = [(pk, label) for pk, label in self.people if not pool or self.numbers[pk] in pool]
        names = _("、").join(label for _pk, label in offered)
        field = PeopleField(
            label=stage.title,
            required=not draft and self.flow.always(stage.code),
            help_text=_("从%(names)s中选。") % {"names": names} if pool else _("由您选择审批人。"),
            error_messages={"required": _("请选择这一环节由谁审批。")},
        )
        field.people = offered
        if not self.flow.always(stage.code):
            needed(field, _("走到这一环节时必填"))
        dress(field)
        return field

    def wanted(self, raw: Mapping[str, str]) -> set[str]:
        """Codes of the stages that a paper with the values ``raw`` comes to, so that somebody must be named there."""
        return {stage.code for stage in self.flow.left_to_drafter(typed(self.plan.fields, raw))}
