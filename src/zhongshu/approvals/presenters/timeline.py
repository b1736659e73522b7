"""The journal of a paper, told by the registered sentences."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from zhongshu.approvals import registry
from zhongshu.approvals.walking import Walk
from zhongshu.platform.journal.models import Entry
from zhongshu.platform.journal.sentences import registered, wording
from zhongshu.ui.parts import Event
from zhongshu.ui.wording import short_moment

QUIET = frozenset({"files.downloaded", "approvals.exported", "approvals.sheet_taken"})


def events(entries: Iterable[Entry], walk: Walk, hidden: Collection[str], today: date) -> list[Event]:
    """Events of ``entries`` without what they tell of the fields ``hidden`` (codes)."""
    secret = {one.label for one in walk.flow.route.fields if one.code in hidden}
    tells = registry.subject_of(walk.approval.matter.kind).tells
    silent = {verb for verb, codes in tells.items() if codes & set(hidden)}
    known = registered() - QUIET - silent
    return [_event(one, secret, today) for one in entries if one.verb in known]


def _event(entry: Entry, secret: Collection[str], today: date) -> Event:
    told, who = wording(entry.verb), entry.actor_name
    if entry.acting_for_name:
        who = _("%(name)s（代%(absent)s）") % {"name": who, "absent": entry.acting_for_name}
    return Event(
        who=who,
        what=told.sentence(_readable(entry.facts, secret)),
        at=entry.at.isoformat(),
        at_text=short_moment(entry.at, today),
        icon=told.icon,
        tone=told.tone,
    )


def _readable(facts: Mapping[str, Any], secret: Collection[str]) -> Mapping[str, Any]:
    if not secret or not facts.get("corrected"):
        return facts
    left = {label: change for label, change in facts["corrected"].items() if label not in secret}
    return {**facts, "corrected": left}
