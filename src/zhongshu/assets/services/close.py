"""A stocktake ends: the book is made to say what was counted, reported and archived; or it is stopped."""

from datetime import datetime
from decimal import Decimal

from django.utils.translation import gettext as _

from zhongshu.archive import services as archive
from zhongshu.assets import papers, policies, queries, rules
from zhongshu.assets.models import Asset, Line, Stocktake
from zhongshu.assets.services import trail
from zhongshu.assets.services.enter import Card, made
from zhongshu.finance import services as finance
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.language import on_record
from zhongshu.kernel.refusals import refuse_faults
from zhongshu.matters import services as matters
from zhongshu.matters.models import AttachmentRole, Outcome
from zhongshu.platform.usecases.registry import use_case
from zhongshu.supervision.services import kept_paper

CENT = Decimal("0.01")


@use_case("assets.close_stocktake")
def close_stocktake(*, actor: Actor, matter_id: int, at: datetime) -> Stocktake:
    """End a stocktake all of whose differences are decided: from now on book = stock (rule F-12).

    Fewer or more change the card, what is not there leaves the books, a surplus gets a card; what was found elsewhere
    stands there from now on. The report (盘点报告) goes into the archive with the journal.
    """
    one = queries.stocktake_for_update(actor, matter_id)
    policies.require_round(actor, "close", one)
    undecided = queries.differences(one).filter(agreed_by__isnull=True).count()
    rules.F_12_closed(undecided=undecided).require()
    counted = list(queries.lines(one))
    held = {card.pk: card for card in queries.cards_for_update(one)}
    for line in counted:
        if line.asset_id:
            _settled(held[line.asset_id], line, one, actor=actor, at=at)
        elif line.counted:
            _entered(line, one, actor=actor, at=at)
    one.move("close")
    matters.finish_all(one.matter, actor=actor, at=at)
    trail.keep_round(one, "stocktake_closed", actor=actor, at=at, cards=len(held))
    _reported(one, actor=actor, at=at)
    return one


@use_case("assets.stop_stocktake")
def stop_stocktake(*, actor: Actor, matter_id: int, reason: str, at: datetime) -> Stocktake:
    """Stop a stocktake with the reason; the ledger stays as it was. For leaders, not for who keeps the goods."""
    one = queries.stocktake_for_update(actor, matter_id)
    policies.require_round(actor, "stop", one)
    faults: dict[str, object] = {} if reason.strip() else {"reason": _("请写明理由。")}
    refuse_faults(faults, "no_reason", _("请写明理由。"), rule="F-12")
    one.move("stop")
    one.reason = reason.strip()[:300]
    finance.give_back(line.subject for line in one.lines.all())
    matters.finish_all(one.matter, actor=actor, at=at, outcome=Outcome.RETURNED, opinion=one.reason)
    trail.keep_round(one, "stocktake_stopped", actor=actor, at=at, reason=one.reason)
    return one


def _settled(card: Asset, line: Line, one: Stocktake, *, actor: Actor, at: datetime) -> None:
    """The card says what was counted."""
    facts: dict[str, object] = {"round": one.matter.number, "before": line.book, "amount": line.counted}
    if not line.counted:
        card.move("write_off")
        trail.keep(card, "written_off", actor=actor, at=at, why=line.explanation, **facts)
        return
    if line.difference:
        card.value = (card.value * line.counted / line.book).quantize(CENT)
        card.quantity = line.counted
    card.place = line.place or card.place
    verb = "adjusted" if line.difference else "found"
    trail.keep(card, verb, actor=actor, at=at, place=card.place, why=line.explanation, **facts)


def _entered(line: Line, one: Stocktake, *, actor: Actor, at: datetime) -> None:
    """A surplus gets a card."""
    card = Card(
        name=line.name, spec=line.spec, category=line.category, value=line.value or Decimal(0), place=line.place,
        bought_on=one.day or local_day(at), measure=line.measure, unit_id=line.unit_id or 0,
        keeper_id=line.keeper_id or 0, quantity=line.counted or 0,
        paper=on_record("盘盈（%(number)s）") % {"number": one.matter.number},
    )  # fmt: skip
    (line.asset,) = made(one.matter.organ, card, actor=actor, at=at)
    line.save(update_fields=["asset"])


def _reported(one: Stocktake, *, actor: Actor, at: datetime) -> None:
    """The report set as PDF and Word, and everything into the archive."""
    matter = one.matter
    matters.attach(
        matter, kept_paper(papers.report(one, today=local_day(at)), actor=actor, at=at),
        role=AttachmentRole.PAPER, at=at,
    )  # fmt: skip
    told = [f"{line.name} {line.book} {line.counted} {line.explanation}" for line in one.lines.all()]
    facts = {**matter.as_facts(), "day": str(one.day), "lines": told}
    package = archive.package_of(matter, at=at, files=archive.attached_files(matter), metadata=facts)
    kept = archive.deposit(package=package, actor=actor, at=at)
    matter.archived_at = at
    trail.keep_round(one, "stocktake_archived", actor=actor, at=at, code=kept.code)
