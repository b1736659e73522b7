"""Where a field of the form is asked about, so that it is not taken out from under a condition."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from zhongshu.approvals.grammar import Choice, Condition, Route, Stage, items


def uses(plan: Route, code: str) -> list[str]:
    """In words, each part of the route that rests on the field ``code``."""
    asking = [words for words, when in _conditions(plan) if any(one.field == code for w in when for one in w)]
    tied = [
        _("栏目之间的第 %(n)s 条规则") % {"n": number}
        for number, tie in enumerate(plan.ties, 1)
        if code in (tie.field, *tie.of)
    ]
    return list(dict.fromkeys([*asking, *tied]))


def _conditions(plan: Route) -> Iterator[tuple[str, Condition]]:
    for item in items(plan):
        if isinstance(item, Stage):
            yield _("环节“%(title)s”的条件") % {"title": item.title}, item.when
        elif isinstance(item, Choice):
            for branch in item.branches:
                yield _("分支“%(title)s”的条件") % {"title": branch.title}, branch.when
    for rule in plan.prescriptions:
        yield _("规定“%(title)s”的条件") % {"title": rule.title}, rule.when
    for number, tie in enumerate(plan.ties, 1):
        yield _("栏目之间的第 %(n)s 条规则") % {"n": number}, tie.when
