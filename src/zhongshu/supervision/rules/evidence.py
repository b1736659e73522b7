"""What a proof leaves open, and who must say why it was accepted all the same: D-25."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from zhongshu.kernel.verdicts import YES, Verdict, no
from zhongshu.supervision.rules.sources import CONVENTION


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


def D_25_still_proven(*, left: int) -> Verdict:
    """Who takes part of the evidence only may accept on the rest, if there is any. conv."""
    if left:
        return YES
    return no(
        "nothing_proves_it",
        _("佐证都没有认可，不能审核通过。"),
        _("请退回重办，或保留能证明办结的佐证。"),
        rule="D-25",
        source=CONVENTION,
    )
