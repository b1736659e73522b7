from datetime import date, datetime

from django.utils.translation import gettext as _

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.refusals import Conflict, Refusal
from zhongshu.org import queries as org
from zhongshu.org.models import Unit
from zhongshu.platform.files import services as files
from zhongshu.platform.files.models import File
from zhongshu.platform.files.queries import text_of
from zhongshu.platform.journal import services as journal
from zhongshu.platform.usecases.registry import use_case
from zhongshu.supervision import policies, rules
from zhongshu.supervision.extraction import LONGEST, Duty, date_of, extract, title_of, with_reports
from zhongshu.supervision.models import Cycle, Finding, Intake
from zhongshu.supervision.models.intake import digest_of_words
from zhongshu.supervision.queries import brought_in_before, directory

_CYCLES = (
    ("周", Cycle.WEEKLY),
    ("星期", Cycle.WEEKLY),
    ("季", Cycle.QUARTERLY),
    ("月", Cycle.MONTHLY),
    ("年", Cycle.YEARLY),
)


class BroughtInAlready(Conflict):
    """The same words were brought in before, as ``earlier``."""

    def __init__(self, earlier: Intake) -> None:
        told = {
            "day": local_day(earlier.at).isoformat(),
            "who": earlier.brought_by.name,
            "count": earlier.findings.filter(directive__isnull=False).count(),
        }
        opened = _("这份材料 %(day)s 由%(who)s导入过，已立项 %(count)s 件。")
        waiting = _("这份材料 %(day)s 由%(who)s导入过，还没有确认立项。")
        sentence = (opened if earlier.confirmed_at else waiting) % told
        hint = _("请到那一份里接着办；确实要再导入一次的，请选“仍要再导入一次”。")
        super().__init__("brought_in_already", sentence, fields={"again": f"{sentence}{hint}"}, hint=hint)
        self.earlier = earlier


@use_case("supervision.bring_in")
def bring_in(
    *,
    actor: Actor,
    unit_id: int,
    at: datetime,
    title: str = "",
    text: str = "",
    file: File | None = None,
    document_date: date | None = None,
    origin: str | None = None,
    first_is_lead: bool = False,
    again: bool = False,
) -> Intake:
    """Bring minutes or another text in, pasted or as a stored file, and find the duties in it.

    Without ``title`` or ``document_date`` the heading and the day that the text bears are taken, without ``origin``
    the one that the title tells. A text without a duty is kept all the same: duties can be added by hand.
    Refuses an empty text, one beyond 200,000
    characters, one without any heading, and one that carries a secrecy mark (C-01). Words that were brought
    in before are refused as ``BroughtInAlready``, unless ``again`` says that they are meant.
    """
    unit = org.unit(unit_id)
    organ = unit.organ or unit
    policies.may_supervise(actor, organ.pk).require()
    if actor.person_id is None:
        raise Refusal("nobody_brings_it_in", _("材料要由督查人员导入。"))
    body = (text or (text_of(file.blob) if file else "")).strip()
    _check(body, actor=actor, at=at)
    if not again:
        _not_twice(organ, body)
    today, title = local_day(at), _titled(title, body)
    intake = Intake.objects.create(
        organ=organ,
        title=title,
        origin=origin or rules.D_27_origin_of(title),
        text=body,
        words_digest=digest_of_words(body),
        file=file,
        document_date=document_date or date_of(body, before=today),
        first_is_lead=first_is_lead,
        brought_by_id=actor.person_id,
        at=at,
    )
    found = _find(intake, today=today)
    facts = {"title": intake.title, "found": len(found), "file": file.blob.sha256 if file else ""}
    journal.record(
        stream=f"intake:{intake.pk}", verb="supervision.brought_in", actor=actor, at=at, data=facts
    )
    return intake


def _check(body: str, *, actor: Actor, at: datetime) -> None:
    if not body:
        raise Refusal(
            "empty_text",
            _("没有读到文字。"),
            fields={"text": _("请粘贴正文，或上传带文字的 .docx、.pdf、.xlsx、.txt 文件。")},
        )
    if len(body) > LONGEST:
        raise Refusal("text_too_long", _("正文超过20万字。"), fields={"text": _("请分成几份导入。")})
    files.refuse_secrets(body, actor=actor, at=at)


def _not_twice(organ: Unit, body: str) -> None:
    earlier = brought_in_before(organ, body)
    if earlier is not None:
        raise BroughtInAlready(earlier)


def _titled(title: str, body: str) -> str:
    heading = title.strip() or title_of(body)
    if not heading:
        raise Refusal(
            "no_title",
            _("正文里没有读到标题。"),
            fields={"title": _("正文里没有读到标题。请写标题，它会成为立项依据。")},
        )
    return heading


def _find(intake: Intake, *, today: date) -> list[Finding]:
    known, written = directory(intake.organ_id), intake.document_date or today
    duties = extract(
        intake.text,
        context_date=written,
        doc_convention="first_is_lead" if intake.first_is_lead else None,
        directory=known,
    )
    pairs = list(with_reports(duties))
    found = [
        _finding(intake, order, duty, asked, written=written) for order, (duty, asked) in enumerate(pairs, 1)
    ]
    Finding.objects.bulk_create(found)
    links = [
        Finding.support.through(finding_id=finding.pk, unit_id=int(unit_id))
        for finding, (duty, _asked) in zip(found, pairs, strict=True)
        for unit_id in dict.fromkeys(m.unit_id for m in duty.support if m.unit_id)
        if int(unit_id) != finding.lead_id
    ]
    Finding.support.through.objects.bulk_create(links)
    return found


def _finding(intake: Intake, order: int, duty: Duty, asked: Duty | None, *, written: date) -> Finding:
    """``asked`` is the clause that asks for reports on the duty; its day of the month counts where none is set.

    三天内 with nothing it counts from is proposed as the third day after the text was ``written``.
    """
    cycle = _cycle_words(duty, asked)
    day = duty.due.day(written)
    rule = (None if day else duty.due.rule) or (asked.due.rule if asked else None) or ""
    leads = [mention for mention in duty.lead if mention.unit_id]
    return Finding(
        intake=intake,
        order=order,
        start=duty.sentence.start,
        end=duty.sentence.end,
        action=duty.action.text[:200],
        lead_id=int(leads[0].unit_id or 0) if len(leads) == 1 else None,
        lead_text="、".join(mention.text for mention in duty.lead)[:100],
        support_text="、".join(mention.text for mention in duty.support)[:300],
        owner_name="、".join(mention.text for mention in duty.leaders)[:60],
        due=day,
        due_text=(duty.due.raw or "")[:100],
        due_rule=rule[:60],
        long_term=duty.due.rule == "ongoing",
        cycle=_cycle(cycle),
        cycle_text=cycle[:40],
        reading={**duty.as_json(), "reasons": list(duty.reasons), "unknown": _unknown(duty)},
    )


def _unknown(duty: Duty) -> dict[str, list[str]]:
    """The units named by a duty that the house's directory does not know, by their roles."""
    return {
        role: [mention.text for mention in mentions if not mention.unit_id]
        for role, mentions in (("lead", duty.lead), ("support", duty.support))
    }


def _cycle_words(duty: Duty, asked: Duty | None) -> str:
    if asked and asked.due.raw:
        return asked.due.raw
    said = (asked or duty).cycle
    return said.text if said else ""


def _cycle(words: str) -> str:
    return next((cycle for sign, cycle in _CYCLES if sign in words), Cycle.ONCE)
