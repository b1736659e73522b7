"""How a matter ends, is looked at again, and may come back: D-07, D-09, D-12, D-25, D-30."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from hashlib import sha256

from django.conf import settings
from django.utils.translation import gettext as _

from zhongshu.kernel.verdicts import YES, Verdict, no
from zhongshu.kernel.worktime import Limit, Unit
from zhongshu.supervision.rules.sources import CONVENTION, DC_18, DC_24


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


def D_12_recused(
    *, seats: Iterable[int], hands: Iterable[int], kin: Mapping[int, Collection[int]]
) -> Verdict:
    """Nobody verifies what a relative of his had a hand in, as far as relatives were declared. {V}"""
    others = set(hands)
    if any(others & set(kin.get(seat, ())) for seat in seats):
        return no(
            "verifier_is_relative",
            _("承办人里有您登记的亲属，您要回避，不能审核这件事。"),
            _("请由督查部门其他同志审核。"),
            rule="D-12",
            source=DC_24,
        )
    return YES


def D_12_clues_read(*, oversees: bool, carried_out: bool) -> Verdict:
    """What a matter was handed to an authority for, and to which, is for who oversees it and had no hand in it. {D from V}"""
    if oversees and not carried_out:
        return YES
    return no(
        "clues_are_reserved",
        _("移送的机关和理由不对承办方公开。"),
        _("如需了解，请联系督查部门。"),
        rule="D-12",
        source=DC_24,
    )


def D_07_conclusion(opinion: str) -> str:
    """What is fed back to the unit as the conclusion: what was written or, where nothing was, that it was found so. {V}"""
    return opinion.strip() or str(_("经审核，情况属实。"))


def D_09_verified(*, verified: bool) -> Verdict:
    """What is to be put right stays open until somebody has verified that it is. {V}/{D}"""
    if verified:
        return YES
    return no("not_verified", _("还没有审核通过，不能销号。"), rule="D-09", source=DC_18)


def D_25_close_out(*, verified: bool, evidence: int, needs_answer: bool, answered: bool) -> Verdict:
    """Closing needs a verification on record, evidence, and the answer to the instructing leader."""
    looked_at = D_09_verified(verified=verified)
    if not looked_at:
        return looked_at
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


def close_out_limit() -> Limit:
    """How long the supervising unit has for its own next step. conv."""
    return Limit(int(settings.RULES["D-25.close_out_working_days"]), Unit.WORKING_DAYS)


def recheck_limit() -> Limit:
    """How long the supervising unit has for a re-check. conv."""
    return Limit(int(settings.RULES["D-25.recheck_working_days"]), Unit.WORKING_DAYS)


def D_25_sampled(matter_id: int, *, seed: str, percent: int) -> bool:
    """Whether a closed matter comes back for re-check: the same for the same seed, whoever asks. conv."""
    drawn = sha256(f"{seed}:{matter_id}".encode()).digest()
    return int.from_bytes(drawn[:8]) * 100 < percent << 64


def D_30_reopening(*, ended: date, today: date) -> Verdict:
    """A completed matter may be reopened within the calendar days set. conv."""
    if (today - ended).days <= int(settings.RULES["D-30.reopen_days"]):
        return YES
    return no(
        "reopening_too_late",
        _("办结已超过可复开的期限。"),
        _("没办到位的，请先销号归档，再在归档的这件上点“重新办理”，另登记一件接着办。"),
        rule="D-30",
        source=CONVENTION,
    )
