"""A person names the filter he looks at again and again, shares it with his unit, and lets it go."""

from datetime import datetime

from django.utils.translation import gettext as _

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.refusals import Conflict, Refusal
from zhongshu.platform.journal import services as journal
from zhongshu.platform.usecases.registry import use_case
from zhongshu.supervision import policies, queries
from zhongshu.supervision.models import SavedFilter

MOST = 20
"""So many filters a person keeps: more are not found again by their names."""


@use_case("supervision.save_filter")
def save_filter(
    *, actor: Actor, name: str, query: str, unit_id: int | None = None, at: datetime
) -> SavedFilter:
    """Keep ``query`` under ``name``, for ``actor`` alone or for the people of his unit too.

    Refuses an empty query, a name he uses already, a unit that is not his, and more than ``MOST``.
    """
    policies.may_keep_filters(actor).require()
    if not query:
        raise Refusal("nothing_filtered", _("还没有选条件。先筛选，再存下来。"))
    _is_free(actor, name)
    if SavedFilter.objects.filter(person_id=actor.person_id or 0).count() >= MOST:
        facts = {"most": MOST}
        raise Conflict("too_many_filters", _("最多存 %(most)s 个筛选。") % facts, hint=_("请先删去不用的。"))
    kept = SavedFilter.objects.create(
        person_id=actor.person_id or 0,
        name=name,
        query=query,
        shared_with_id=_own_unit(actor, unit_id),
        made_at=at,
    )
    _note(actor, "filter_saved", kept, at)
    return kept


@use_case("supervision.change_filter")
def change_filter(
    *, actor: Actor, filter_id: int, name: str, unit_id: int | None, at: datetime
) -> SavedFilter:
    """Call an own filter ``name`` and share it with the unit, or with nobody."""
    kept = queries.own_filter_for_update(actor, filter_id)
    _is_free(actor, name, but=kept.pk)
    kept.name, kept.shared_with_id = name, _own_unit(actor, unit_id)
    kept.save(update_fields=["name", "shared_with"])
    _note(actor, "filter_changed", kept, at)
    return kept


@use_case("supervision.remove_filter")
def remove_filter(*, actor: Actor, filter_id: int, at: datetime) -> str:
    """Let an own filter go, for everybody it was shared with too. Returns its name."""
    kept = queries.own_filter_for_update(actor, filter_id)
    _note(actor, "filter_removed", kept, at)
    kept.delete()
    return kept.name


def _is_free(actor: Actor, name: str, *, but: int = 0) -> None:
    if SavedFilter.objects.filter(person_id=actor.person_id or 0, name=name).exclude(pk=but).exists():
        sentence = _("已有一个筛选叫“%(name)s”，请换个名称。") % {"name": name}
        raise Conflict("filter_name_taken", sentence, fields={"name": sentence})


def _own_unit(actor: Actor, unit_id: int | None) -> int | None:
    if unit_id is not None and unit_id not in actor.unit_ids:
        sentence = _("只能与自己所在的单位共用。")
        raise Refusal("not_your_unit", sentence, fields={"unit": sentence})
    return unit_id


def _note(actor: Actor, verb: str, kept: SavedFilter, at: datetime) -> None:
    facts = {"filter": kept.name, "query": kept.query, "unit": str(kept.shared_with or "")}
    journal.record(
        stream=f"filters:{actor.person_id}", verb=f"supervision.{verb}", actor=actor, at=at, data=facts
    )
