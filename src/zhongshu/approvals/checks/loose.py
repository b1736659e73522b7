"""Stages whose parts could be handed on to whom nobody gave their duty: the separation would stand on paper alone."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from zhongshu.approvals.checks.fault import Fault
from zhongshu.approvals.grammar import HandOn, Power, Stage
from zhongshu.approvals.walking.words import power_words

BOUND = frozenset(Power) - {Power.NONE, Power.APPLY, Power.HANDLE, Power.APPROVE}
"""What is done by who was given it (分岗设权): reviewing, paying, booking, buying, accepting, keeping, auditing."""


def loose(stage: Stage) -> Iterator[Fault]:
    """No part in the handling of money and goods goes to somebody who was given no such duty (F-01)."""
    if stage.hand_on == HandOn.ENTITLED or stage.power not in BOUND:
        return
    told = {"stage": stage.title, "power": power_words(stage.power)}
    story = _(
        "“%(stage)s”行使“%(power)s”，却可以转给没有这项职责的人：经办人转给同事，不相容的职责就分不开了。请改为只转给同样有权办理的人和上级。"
    )
    yield Fault("handed_to_anybody", stage.code, story % told, "F-01")
