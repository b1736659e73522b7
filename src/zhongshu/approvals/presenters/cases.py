"""What a stage does in its special cases, in words: nothing of it happens that was not to be read before."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from zhongshu.approvals.grammar import OnEmpty, Right, Route, Stage
from zhongshu.approvals.parts.wording import EMPTIES, OVERTIMES, REPEATS, SELVES
from zhongshu.approvals.presenters.saying import people
from zhongshu.approvals.queries.named import Named


@dataclass(frozen=True, slots=True)
class Case:
    """One stage: its approver handed the paper in, nobody is there, he has agreed before, it is late; its rights to fields."""

    stage: str
    own: str
    empty: str
    repeat: str
    late: str
    rights: tuple[str, ...]


def case(stage: Stage, plan: Route, named: Named) -> Case:
    """The special cases of ``stage``."""
    empty = str(dict(EMPTIES)[stage.on_empty])
    if stage.on_empty == OnEmpty.NAMED:
        empty = _("交给%(names)s") % {"names": people(stage.fallback, named)}
    own, repeat, late = (
        dict(SELVES)[stage.on_self], dict(REPEATS)[stage.on_repeat], dict(OVERTIMES)[stage.overtime],
    )  # fmt: skip
    return Case(stage.title, str(own), empty, str(repeat), str(late), _rights(stage, plan))


def _rights(stage: Stage, plan: Route) -> tuple[str, ...]:
    labels = {one.code: one.label for one in plan.fields}
    sentences = {Right.WRITE: _("可改：%(labels)s"), Right.HIDE: _("不让看：%(labels)s")}
    found = []
    for right, sentence in sentences.items():
        those = [labels.get(code, code) for code, given in stage.rights.items() if given == right]
        found += [sentence % {"labels": _("、").join(those)}] if those else []
    return (*found, _("要逐份办理")) if stage.one_by_one else tuple(found)
