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
    """The states of one kind of thing and the arrows between them; what is not declared is denied.

    ``ended``  the group of a matter in each state in which it is not open.
    ``told``   the sentence of the Conflict, with ``%(state)s``; ``rule`` is the one that declares the arrows.
    """

    states: type[models.TextChoices]
    arrows: Arrows
    ended: Mapping[Any, Group]
    told: str | Promise
    rule: str = ""

    def allows(self, event: str, state: str) -> bool:
        """Whether ``event`` is lawful in ``state``."""
        return state in self.arrows[event]

    def after(self, event: str, state: str) -> Any:
        """The state that ``event`` leads to from ``state``, or refuse (409)."""
        if not self.allows(event, state):
            self.refuse(state)
        return self.arrows[event][state]

    def refuse(self, state: str) -> NoReturn:
        """Raise the Conflict that says that the thing has moved on."""
        raise Conflict(
            "not_in_this_state",
            str(self.told) % {"state": self.states(state).label},
            rule=self.rule,
            hint=_("请刷新页面，看看它刚刚办到了哪一步。"),
        )


class Moving:
    """Mixed into the record of a matter (``matter``) whose state moves along arrows. Only ``move`` writes it."""

    LIFE: ClassVar[LifeCycle]
    matter: Any

    def can(self, event: str) -> bool:
        """Whether ``event`` is lawful in the present state."""
        return self.LIFE.allows(event, self.matter.state)

    def require(self, event: str) -> None:
        """Refuse (409) unless ``event`` is lawful now."""
        self.LIFE.after(event, self.matter.state)

    def move(self, event: str) -> None:
        """Change state by ``event``, or refuse (409); the group of the matter follows.

        The caller holds the row lock and saves.
        """
        state = self.LIFE.after(event, self.matter.state)
        self.matter.state, self.matter.group = state, self.LIFE.ended.get(state, Group.OPEN)

    def refuse(self) -> NoReturn:
        """Raise the Conflict that says that the matter has moved on."""
        self.LIFE.refuse(self.matter.state)
