"""What papers are about, in a few words: enough to know on a desk or a phone which of them to open first."""

from collections.abc import Collection
from decimal import Decimal

from django.utils.translation import gettext as _

from zhongshu.approvals.grammar import FieldKind
from zhongshu.approvals.models import Approval, RouteVersion
from zhongshu.approvals.queries.papers import flow_of
from zhongshu.approvals.queries.sight import hidden_among
from zhongshu.kernel.actors import Actor


def at_a_glance(matter_ids: Collection[int], actor: Actor) -> dict[int, list[str]]:
    """Who hands each paper in, and the sums its form tells ``actor``; by matter, in a few queries for all."""
    rows = Approval.objects.filter(pk__in=matter_ids).values_list(
        "pk", "version_id", "submitter__name", "unit__short_name", "values"
    )
    papers = list(rows)
    versions = RouteVersion.objects.in_bulk({version for _pk, version, *_rest in papers})
    hidden = hidden_among(actor, matter_ids)
    return {
        pk: [f"{name}{_('，')}{unit}", *_sums(versions[version], values, hidden.get(pk, frozenset()))]
        for pk, version, name, unit, values in papers
    }


def _sums(version: RouteVersion, values: dict[str, str], hidden: Collection[str]) -> list[str]:
    asked = [one.code for one in flow_of(version).route.fields if one.kind == FieldKind.MONEY]
    told = [values[code] for code in asked if values.get(code) and code not in hidden]
    return [_("%(amount)s 元") % {"amount": f"{Decimal(one):,.2f}"} for one in told]
