"""The law of supervision: pure functions named after the rule book's ids, no database.

Sources: 政府督查工作条例 (国务院令第733号, in force 2021-02-01), 党政机关公文处理工作条例
(中办发〔2012〕14号) art. 24. Rules marked "conv." are local practice: their numbers are settings.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256

from django.conf import settings
from django.utils.translation import gettext as _

from zhongshu.kernel.clock import local_day
from zhongshu.kernel.verdicts import YES, Verdict, no
from zhongshu.kernel.worktime import Calendar, Limit, Unit, compute
from zhongshu.supervision.models import SlipWeight

DC_11 = "政府督查工作条例第十一条"
DC_18 = "政府督查工作条例第十八条"
GW_8 = "党政机关公文处理工作条例第八条"
GW_24 = "党政机关公文处理工作条例第二十四条"
CONVENTION = "本单位督查制度（可在设置中调整）"


def D_01_docketing(*, approver_id: int | None, basis: str) -> Verdict:
    """A matter is raised by decision or on approval: approver and basis are on record. {V}"""
    if approver_id and basis.strip():
        return YES
    return no(
        "no_approver",
        _("立项要有批准人和依据。"),
        _("请填写批准立项的领导和依据（如会议纪要、批示）。"),
        rule="D-01",
        source=DC_11,
    )


def D_17_one_lead(lead_ids: Iterable[int], support_ids: Iterable[int]) -> Verdict:
    """Exactly one unit leads; it is not at the same time a supporting unit. {V}"""
    leads = list(dict.fromkeys(lead_ids))
    if len(leads) != 1:
        return no(
            "not_one_lead",
            _("一件事只能有一个牵头单位。"),
            _("请留下一个牵头单位，其余改为配合单位，或拆成几件。"),
            rule="D-17",
            source=GW_24,
        )
    if leads[0] in set(support_ids):
        return no(
            "lead_supports_itself",
            _("牵头单位不能同时是配合单位。"),
            _("请从配合单位中去掉它。"),
            rule="D-17",
            source=GW_24,
        )
    return YES


def D_19_default_limit(origin: str, *, urgent: bool) -> Limit:
    """The limit where none was given: conv., a setting by origin, in working days."""
    if urgent:
        return Limit(int(settings.RULES["D-19.urgent_working_days"]), Unit.WORKING_DAYS)
    by_origin = settings.RULES["D-19.default_working_days"]
    return Limit(int(by_origin.get(origin, by_origin["other"])), Unit.WORKING_DAYS)


def D_20_extension(*, at: datetime, current_due: date, new_due: date, granted: int) -> Verdict:
    """Asked before the date, for a later date, not more often than set. conv."""
    if local_day(at) > current_due:
        return no(
            "extension_too_late",
            _("时限已过，不能再申请延期；考核仍按原定时限。"),
            _("请在进展中说明逾期原因，抓紧办结。"),
            rule="D-20",
            source=CONVENTION,
        )
    if new_due <= current_due:
        return no("extension_not_later", _("新时限要晚于现时限。"), _("请重新选择日期。"), rule="D-20")
    if granted >= int(settings.RULES["D-20.extensions_at_most"]):
        return no(
            "extensions_used_up",
            _("这件事延期次数已用完。"),
            _("请直接向交办领导说明情况。"),
            rule="D-20",
            source=CONVENTION,
        )
    return YES


def D_21_feedback_signed(*, signed_by: int | None, heads: Iterable[int]) -> Verdict:
    """Feedback carries the sign of the leader of the unit. conv., can be switched off."""
    if not signs_feedback() or signed_by in set(heads):
        return YES
    return no(
        "feedback_unsigned",
        _("办结反馈要由本单位负责人签字。"),
        _("请选择签字的单位负责人，或由负责人本人报送。"),
        rule="D-21",
        source=CONVENTION,
    )


def signs_feedback() -> bool:
    """Whether rule D-21 is in force here."""
    return bool(settings.RULES["D-21.leader_signs"])


def D_18_part_due(due: date, *, whole: date, today: date) -> Verdict:
    """A part is due no later than the whole it belongs to (of a late whole: today). {D}"""
    if due <= max(whole, today):
        return YES
    return no(
        "part_outruns_whole",
        _("分解任务的时限不能晚于上级事项的时限 %(due)s。") % {"due": whole.isoformat()},
        _("请改早，或先为上级事项申请延期。"),
        rule="D-18",
    )


def D_18_no_open_parts(numbers: Collection[str]) -> Verdict:
    """The whole does not end over parts that are open: the lead answers for all of it. {D}"""
    if not numbers:
        return YES
    return no(
        "open_parts",
        _("还有 %(n)s 项分解任务没有办结销号：%(numbers)s。")
        % {"n": len(numbers), "numbers": "、".join(numbers)},
        _("请先办结这些任务，或终止不再需要的。"),
        rule="D-18",
    )


@dataclass(frozen=True, slots=True)
class Step:
    """One rung of the ladder: after so many working days past the date, this slip, to these."""

    after: int
    weight: SlipWeight
    to: str


def D_23_ladder() -> list[Step]:
    """The rungs from the lightest to the weightiest. conv., a setting."""
    rungs = (
        Step(int(one["after_working_days"]), SlipWeight[str(one["slip"]).upper()], str(one["to"]))
        for one in settings.RULES["D-23.ladder"]
    )
    return sorted(rungs, key=lambda step: step.weight)


def D_23_next_step(*, late: int, raised: Collection[int]) -> Step | None:
    """The lightest rung that ``late`` working days reach and that is heavier than all slips raised. conv."""
    heaviest = max(raised, default=0)
    reached = (step for step in D_23_ladder() if step.weight > heaviest and late >= step.after)
    return next(reached, None)


def D_23_goes_by_itself(weight: int) -> bool:
    """Whether a slip needs nobody's press: those lighter than a 督办函. {D}"""
    return weight < SlipWeight.SUPERVISING


def D_10_needs_approver(weight: int) -> bool:
    """Criticism (通报) is approved by the head before it takes effect. {V}"""
    return weight >= SlipWeight.CIRCULAR


def D_25_verifier(*, seats: Iterable[int], hands: Iterable[int], in_lead_unit: bool) -> Verdict:
    """Who carried it out, in his own name or another's, does not verify it (law 3). {D from V}"""
    if in_lead_unit or set(seats) & set(hands):
        return no(
            "verifier_is_undertaker",
            _("承办人不能审核自己办的事（代办的也算）。"),
            _("请由督查部门没有参与承办的同志审核。"),
            rule="D-25",
            source=DC_18,
        )
    return YES


def D_25_close_out(*, verified: bool, evidence: int, needs_answer: bool, answered: bool) -> Verdict:
    """Closing needs a verification on record, evidence, and the answer to the instructing leader."""
    if not verified:
        return no("not_verified", _("还没有审核通过，不能销号。"), rule="D-25", source=DC_18)
    if not evidence:
        return no(
            "no_evidence",
            _("没有办结佐证材料，不能销号。"),
            _("请退回承办单位补充佐证。"),
            rule="D-25",
            source=DC_18,
        )
    if needs_answer and not answered:
        return no(
            "not_answered",
            _("还没有向批示领导回告，不能销号。"),
            _("请先填写回告。"),
            rule="D-25",
            source=DC_18,
        )
    return YES


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """A proof before the verifier, and what it was compared with.

    ``name`` of the file, "" for the words of the feedback; ``own_day`` the file's own date; ``same`` and
    ``alike`` the ids of other matters with the very same, and with a similar, proof.
    """

    name: str = ""
    own_day: date | None = None
    same: tuple[int, ...] = ()
    alike: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """What a proof leaves open, in a sentence; ``matter_id`` the other matter, if there is one."""

    code: str
    sentence: str
    matter_id: int | None = None


def D_25_evidence_questions(proofs: Iterable[Proof], *, opened: date) -> Iterator[Question]:
    """What must be asked about evidence: used elsewhere, older than the matter, copied words. conv."""
    for proof in proofs:
        named = {"name": proof.name, "day": proof.own_day, "opened": opened}
        if proof.own_day and proof.own_day < opened:
            told = _("“%(name)s”自带的日期是 %(day)s，早于立项的 %(opened)s。") % named
            yield Question("older_than_matter", told)
        for matter_id in proof.same:
            told = _("“%(name)s”与另一件事的材料是同一份文件。") % named
            yield Question("same_file", told, matter_id)
        for matter_id in proof.alike:
            told = (
                _("“%(name)s”与另一件事的材料高度相似。") % named
                if proof.name
                else _("办理结果的文字与另一件事高度雷同。")
            )
            yield Question("alike_file" if proof.name else "copied_words", told, matter_id)


def D_25_questions_answered(*, questions: int, explanation: str) -> Verdict:
    """Who accepts although questions are open says why. conv."""
    if not questions or explanation.strip():
        return YES
    return no(
        "questions_open",
        _("佐证材料有 %(n)s 个疑点，审核通过要写明核实情况。") % {"n": questions},
        _("请填写“疑点核实情况”，或退回重办。"),
        rule="D-25",
        source=CONVENTION,
    )


def recheck_limit() -> Limit:
    """How long the supervising unit has for a re-check. conv."""
    return Limit(int(settings.RULES["D-25.recheck_working_days"]), Unit.WORKING_DAYS)


def D_25_sampled(matter_id: int, *, seed: str, percent: int) -> bool:
    """Whether a closed matter comes back for re-check: the same for the same seed, whoever asks. conv."""
    drawn = sha256(f"{seed}:{matter_id}".encode()).digest()
    return int.from_bytes(drawn[:8]) * 100 < percent << 64


def M_12_every_duty_answered(*, unanswered: int, reason: str) -> Verdict:
    """Every agreed item is followed, or it is said why not; a sentence left over needs a reason. {V}/{D}"""
    if not unanswered or reason.strip():
        return YES
    return no(
        "sentences_unanswered",
        _("原文还有 %(n)s 句像是任务，没有着落。") % {"n": unanswered},
        _("请按原句加一条，或写明这些句子不立项的理由。"),
        rule="M-12",
        source=GW_8,
    )


def past_date(due: date, *, today: date) -> Verdict:
    """A date that has gone by cannot be handed to anybody."""
    if due >= today:
        return YES
    return no(
        "due_in_the_past",
        _("时限 %(due)s 已经过去。") % {"due": due.isoformat()},
        _("请改为今天以后的日期。"),
    )


def D_13_objection(*, handed_out: date, today: date, calendar: Calendar) -> Verdict:
    """An objection comes within the working days set after it was handed out. conv."""
    limit = Limit(int(settings.RULES["D-13.objection_working_days"]), Unit.WORKING_DAYS)
    if today <= compute(handed_out, limit, calendar).due:
        return YES
    return no(
        "objection_too_late",
        _("提出异议的期限已过。"),
        _("请先签收办理，并直接与督查部门联系。"),
        rule="D-13",
        source=CONVENTION,
    )


def D_30_reopening(*, ended: date, today: date) -> Verdict:
    """A completed matter may be reopened within the calendar days set. conv."""
    if (today - ended).days <= int(settings.RULES["D-30.reopen_days"]):
        return YES
    return no(
        "reopening_too_late",
        _("办结已超过可复开的期限。"),
        _("请另行立项。"),
        rule="D-30",
        source=CONVENTION,
    )


def close_out_limit() -> Limit:
    """How long the supervising unit has for its own next step. conv."""
    return Limit(int(settings.RULES["D-25.close_out_working_days"]), Unit.WORKING_DAYS)


def D_16_reading_limit() -> Limit:
    """Until when a leader's instruction is to be read by those it concerns. conv."""
    return Limit(int(settings.RULES["D-16.reading_working_days"]), Unit.WORKING_DAYS)


def D_16_docketing(instruction_class: str) -> Verdict:
    """Only an instruction that orders is supervised; guidance and reference are read. conv."""
    if instruction_class == "order":
        return YES
    return no(
        "not_an_order",
        _("指导性、参阅性批示不立项督办。"),
        _("请选“批办”，或去掉“立为督办”。"),
        rule="D-16",
        source=CONVENTION,
    )
