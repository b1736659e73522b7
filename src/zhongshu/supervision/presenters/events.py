"""The timeline of a matter: its journal, told by the registered sentences."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from zhongshu.matters.models import Attachment, Matter
from zhongshu.platform.journal.models import Entry
from zhongshu.platform.journal.sentences import registered, wording
from zhongshu.supervision.models import Blocker
from zhongshu.ui import parts
from zhongshu.ui.wording import file_size, short_moment

# Verbs whose words are long: (what was done, the fact that holds the words).
TOLD_IN_FULL: Mapping[str, tuple[str | Promise, str]] = {
    "supervision.reported": (gettext_lazy("回告进展"), "text"),
    "supervision.completed": (gettext_lazy("报办结"), "feedback"),
    "supervision.returned": (gettext_lazy("退回重办"), "reason"),
    "supervision.answered": (gettext_lazy("向%(leader)s回告"), "answer"),
    "supervision.objected": (gettext_lazy("提出异议"), "reason"),
    "supervision.reminded": (gettext_lazy("催办"), "note"),
}
REPORTS = frozenset({"supervision.reported", "supervision.completed", "supervision.answered"})
QUIET = frozenset(
    {
        "files.downloaded",
        "supervision.file_taken",
        "supervision.round_reminded",
        "supervision.rounds_turned",
    }
)


def events(
    entries: Iterable[Entry],
    matter: Matter,
    attachments: Sequence[Attachment],
    today: date,
    *,
    only: str = "",
) -> list[parts.Event]:
    """Events of ``entries``. ``only``: "reports", "all" (with who took which file), or "" for the usual ones."""
    known, links = registered(), {attached.file.name: attached for attached in attachments}
    shown = [entry for entry in entries if entry.verb in known and _wanted(entry.verb, only)]
    return [_event(entry, matter, links, today) for entry in shown]


def _wanted(verb: str, only: str) -> bool:
    if only == "reports":
        return verb in REPORTS
    return only == "all" or verb not in QUIET


def _event(entry: Entry, matter: Matter, links: Mapping[str, Attachment], today: date) -> parts.Event:
    facts, told = entry.facts, wording(entry.verb)
    what, body = told.sentence(facts), ""
    if entry.verb in TOLD_IN_FULL and facts.get(TOLD_IN_FULL[entry.verb][1]):
        title, fact = TOLD_IN_FULL[entry.verb]
        what, body = str(title) % facts + _suffix(facts), str(facts[fact])
    return parts.Event(
        who=_who(entry),
        what=what,
        at=entry.at.isoformat(),
        at_text=short_moment(entry.at, today),
        icon=told.icon,
        tone=told.tone,
        body=body,
        files=[file_part(matter, links[name]) for name in facts.get("files", ()) if name in links],
    )


def _suffix(facts: Mapping[str, object]) -> str:
    if facts.get("blocker"):
        return _("，%(blocker)s") % {"blocker": Blocker(str(facts["blocker"])).label}
    return _("，%(signer)s签字") % {"signer": facts["signer"]} if facts.get("signer") else ""


def _who(entry: Entry) -> str:
    if entry.acting_for_name:
        return _("%(name)s（代%(absent)s）") % {"name": entry.actor_name, "absent": entry.acting_for_name}
    return entry.actor_name


def file_part(matter: Matter, attached: Attachment) -> parts.File:
    """A file of the matter with the address that hands it out."""
    url = reverse("supervision:file", args=[matter.pk, attached.pk])
    return parts.File(attached.file.name, url, file_size(attached.file.blob.size))
