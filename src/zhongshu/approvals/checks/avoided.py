"""Whether everybody's paper finds somebody to decide on it who is not related to him."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from zhongshu.approvals.checks.facts import Facts, Place
from zhongshu.approvals.checks.fault import Fault
from zhongshu.approvals.checks.staffed import instead
from zhongshu.approvals.grammar import Flow, Stage, kin_clash


def avoided(flow: Flow, facts: Facts) -> Iterator[Fault]:
    """No stage is left to relatives of the drafter alone (F-06)."""
    told: set[tuple[str, int]] = set()
    for stage in flow.stages.values():
        pair = kin_clash(stage.power)
        if pair is None:
            continue
        for place in facts.places:
            for drafter in place.drafters:
                if (stage.code, drafter) in told or not _left_to_kin(stage, place, facts, drafter):
                    continue
                told.add((stage.code, drafter))
                words = {"place": place.name, "name": facts.names(drafter), "stage": stage.title}
                story = _("%(place)s的%(name)s提交的单据到“%(stage)s”时，能办的都是他的亲属，应当回避。")
                yield Fault("only_relatives", stage.code, story % words, pair.rule)


def _left_to_kin(stage: Stage, place: Place, facts: Facts, drafter: int) -> bool:
    kin = facts.kin.get(drafter)
    if not kin:
        return False
    people, barred = set(facts.cast(stage, place)), kin | {drafter}
    return bool(people & kin) and people <= barred and not instead(stage, place, facts, drafter, barred)
