from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, NoReturn

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from zhongshu.kernel.refusals import Conflict
from zhongshu.matters.models.matter import Group

Arrows = Mapping[str, Mapping[Any, Any]]
"""Event → {state it may happen in: state it leads to}."""


@dataclass(frozen=True, slots=True)
class LifeCycle:
    """The states of one kind of matter and the arrows between them; what is not declared is denied.

    ``ended``  the group of a matter in each state in which it is not open.
    ``told``   the sentence of the Conflict, with ``%(state)s``; ``rule`` is the one that declares the arrows.
    """

    states: type[models.TextChoices]
    arrows: Arrows
    ended: Mapping[Any, Group]
    told: str | Promise
    rule: str = ""


class Moving:
    """Mixed into the record of a matter (``matter``) whose state moves along arrows. Only ``move`` writes it."""

    LIFE: ClassVar[LifeCycle]
    matter: Any

    def can(self, event: str) -> bool:
        """Whether ``event`` is lawful in the present state."""
        return self.matter.state in self.LIFE.arrows[event]

    def require(self, event: str) -> None:
        """Refuse (409) unless ``event`` is lawful now."""
        if not self.can(event):
            self.refuse()

    def move(self, event: str) -> None:
        """Change state by ``event``, or refuse (409); the group of the matter follows.

        The caller holds the row lock and saves.
        """
        self.require(event)
        state = self.LIFE.arrows[event][self.matter.state]
        self.matter.state, self.matter.group = state, self.LIFE.ended.get(state, Group.OPEN)

    def refuse(self) -> NoReturn:
        """Raise the Conflict that says that the matter has moved on."""
        state = self.LIFE.states(self.matter.state)
        raise Conflict(
            "not_in_this_state",
            str(self.LIFE.told) % {"state": state.label},
            rule=self.LIFE.rule,
            hint=_("请刷新页面，看看它刚刚办到了哪一步。"),
        )
