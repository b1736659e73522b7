"""The sheet on which a claim is filled in: its head, its items, its invoices, and what was read from files."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from functools import cached_property
from typing import Any

from django.http import QueryDict
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext as _

from zhongshu.approvals import services as approvals
from zhongshu.finance import invoices, queries, services
from zhongshu.finance.drafts import Slip
from zhongshu.finance.forms.claims import Choices, ClaimForm, ItemForm, SlipForm
from zhongshu.finance.models import Claim, ClaimDraft, ClaimKind, Undertaking, UndertakingKind
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.refusals import Refusal
from zhongshu.platform.files import queries as files
from zhongshu.platform.files.keeping import seal_kept
from zhongshu.platform.files.models import File
from zhongshu.ui.forms import mistakes, refuse
from zhongshu.ui.parts import Mistake

MOST = 60
LINKED = ("basis_id", "contract_id", "advance_id", "decision_id")
HEAD = ("category", "payee", "payee_account", "payee_code", *LINKED)
ADDS = ("item", "slip", "read", "keep")
Rows = list[dict[str, object]]


class Sheet:
    """What was sent, or the claim being amended, or nothing yet."""

    def __init__(
        self,
        actor: Actor,
        at: datetime,
        kind: str,
        data: QueryDict | None = None,
        sent_files: "MultiValueDict[str, Any] | None" = None,
        claim: Claim | None = None,
        contract: Undertaking | None = None,
        kept: ClaimDraft | None = None,
    ) -> None:
        self.actor, self.at, self.claim, self.paid_contract = actor, at, claim, contract
        self.kept = kept
        self.kind, self.data = ClaimKind(kind), data
        self.asked = data.get("add", "") if data is not None else ""
        self.off = _number(data, "off", 0) if data is not None else 0
        first = self._first()
        self.whole = ClaimForm(data, sent_files, initial=first, offers=self.offers, amends=claim is not None)
        self.items = self._rows(ItemForm, "i", first.get("items", []))
        self.slips = self._rows(SlipForm, "s", first.get("slips", []))
        self.read: list[str] = []
        self.plain: list[File] = []
        self.typed: dict[str, File] = {}

    @property
    def is_advance(self) -> bool:
        return self.kind == ClaimKind.ADVANCE

    @property
    def adds(self) -> bool:
        """Whether a row was asked for, or a file be taken off, and not that the claim be handed in."""
        return self.asked in ADDS or bool(self.off)

    @cached_property
    def offers(self) -> Mapping[str, Choices]:
        """What there is to choose from."""
        unit, today = approvals.unit_of(self.actor), local_day(self.at)
        lines = [(one.pk, _line(one)) for one in queries.lines_for(unit, today.year)]
        if self.is_advance:
            return {"line_id": lines, **dict.fromkeys(LINKED, [])}
        mine = self.actor.in_name_of or 0
        advances = [(one.pk, _advance(one)) for one in queries.advances_open(mine)]
        contracts = queries.open_for(self.actor, UndertakingKind.CONTRACT)[:50]
        return {
            "line_id": lines,
            "contract_id": [(one.pk, _contract(one)) for one in contracts],
            "basis_id": queries.bases(self.actor, self.claim.basis_id if self.claim else None),
            "advance_id": advances,
            "decision_id": queries.to_rest_on(self.actor),
        }

    def _first(self) -> dict[str, Any]:
        """What stands in the sheet before anything is sent."""
        if self.claim is None and self.paid_contract is not None:
            under = self.paid_contract
            return {
                "payee": under.party,
                "payee_code": under.party_code,
                "contract_id": under.pk,
                "title": under.matter.title,
            }
        if self.claim is None:
            return {"payee": self.actor.acting_for_name or self.actor.name}
        one = self.claim
        head = {name: getattr(one, name) for name in HEAD}
        items = [
            {"item": row.item, "note": row.note, "spent_on": row.spent_on, "amount": row.amount}
            for row in one.lines.all()
        ]
        names = ("number", "code", "issued_on", "amount", "seller", "file_id")
        slips = [{name: getattr(row, name) for name in names} for row in one.invoices.all()]
        return {
            **head,
            "title": one.matter.title,
            "line_id": one.budget_line_id,
            "items": items,
            "slips": slips,
        }

    def _rows(self, form: type[Any], letter: str, first: Rows) -> list[Any]:
        """Forms of the rows sent (a row more where it was asked for), or of those there were before."""
        if self.data is None:
            given: Rows = first or [{}]
            return [form(prefix=f"{letter}{n}", initial=one) for n, one in enumerate(given, 1)]
        count = min(_number(self.data, f"{letter}-rows"), MOST)
        if not self.adds:
            return [form(self.data, prefix=f"{letter}{n}", empty_permitted=True) for n in range(1, count + 1)]
        kept = [_kept(self.data, f"{letter}{n}-") for n in range(1, count + 1)]
        if (self.asked, letter) in (("item", "i"), ("slip", "s")):
            kept.append({})
        return [form(prefix=f"{letter}{n}", initial=one) for n, one in enumerate(kept, 1)]

    def read_invoices(self, stored: Sequence[File]) -> None:
        """Read the files that stand in no row yet; each invoice found becomes a row to be looked at.

        The file of an invoice that was typed in before stands behind that row, whose number and sum are those of the
        file (F-07). What is no invoice, or cannot be read as one, is ``plain``: a file like any other.
        """
        known = {str(row["file_id"].value() or "") for row in self.slips}
        numbers = {str(row["number"].value() or "") for row in self.slips}
        found = []
        for one in stored:
            if str(one.pk) in known:
                continue
            told = invoices.read(files.text_if_any(one.blob))
            if told.number and told.number not in numbers:
                found.append(_read(told, one))
                numbers.add(told.number)
                self.read.append(_said(told, one))
            elif told.number and told.number not in self.typed:
                self.typed[told.number] = one
            else:
                self.plain.append(one)
        if found:
            self._put([row for row in self._filled() if row.get("number")] + found)

    @property
    def said_of_plain(self) -> str:
        """That files handed in with invoices typed by hand hold none that could be read; "" where there are none."""
        typed = any(
            row.initial.get("number") or (row.is_bound and row["number"].value()) for row in self.slips
        )
        names = _("、").join(one.name for one in self.plain)
        words = _("%(names)s 没有读出发票，作为普通附件留下。")
        return words % {"names": names} if typed and names else ""

    def take_off(self) -> None:
        """Let go of the file that was to be taken off, and of the invoices that were read from it."""
        if self.off:
            left = [one for one in self.whole.kept_files if one.pk != self.off]
            self.whole.hold(left, seal_kept([one.pk for one in left], self.actor.person_id))
            self._put(
                [row for row in self._filled() if str(row.get("file_id") or "") != str(self.off)] or [{}]
            )

    def _filled(self) -> Rows:
        return [row.initial if not row.is_bound else _values(row) for row in self.slips]

    def _put(self, rows: Rows) -> None:
        self.slips = [SlipForm(prefix=f"s{n}", initial=row) for n, row in enumerate(rows, 1)]

    @cached_property
    def is_valid(self) -> bool:
        """Whether what was sent can be put to the service."""
        answers = [self.whole.is_valid(), *(row.is_valid() for row in (*self.items, *self.slips))]
        return all(answers)

    def draft(self) -> services.Draft:
        """What is to be handed in."""
        data = self.whole.cleaned_data
        stored = {one.pk: one for one in (*self.whole.kept_files, *self._files_before())}
        return services.Draft(
            kind=self.kind,
            title=data["title"],
            category=data["category"],
            payee=data["payee"],
            payee_account=data["payee_account"],
            payee_code=data["payee_code"],
            line_id=data["line_id"] or 0,
            items=tuple(one for row in self.items if (one := row.told())),
            slips=tuple(self._with_file(one) for row in self.slips if (one := row.told(stored))),
            basis_id=data.get("basis_id"),
            advance_id=data.get("advance_id"),
            contract_id=data.get("contract_id"),
            decision_id=data.get("decision_id"),
            files=tuple(self.whole.kept_files),
        )

    def _with_file(self, slip: Slip) -> Slip:
        return replace(slip, file=slip.file or self.typed.get(slip.number))

    def _files_before(self) -> list[File]:
        rows = self.claim.invoices.select_related("file") if self.claim else []
        return [one.file for one in rows if one.file is not None]

    def refuse(self, refusal: Refusal) -> None:
        """Put what the service refuses where it stands; faults of rows stand above the sheet."""
        rows = {name: text for name, text in refusal.fields.items() if name not in self.whole.fields}
        for text in rows.values():
            self.whole.add_error(None, str(text))
        if not rows or len(rows) < len(refusal.fields):
            refuse(self.whole, refusal)

    @property
    def mistakes(self) -> list[Mistake]:
        """The summary of errors; those of a row with its place."""
        listed = list(mistakes(self.whole))
        for rows, words in ((self.items, _("第 %(n)s 项明细")), (self.slips, _("第 %(n)s 张发票"))):
            for place, row in enumerate(rows, 1):
                said = words % {"n": place}
                listed += [Mistake(one.target, f"{said} {one.label}", one.texts) for one in mistakes(row)]
        return listed


def _line(line: Any) -> str:
    told = {"code": line.code, "title": line.title, "balance": f"{line.balance:,.2f}"}
    return _("%(code)s %(title)s，余额 %(balance)s 元") % told


def _contract(one: Undertaking) -> str:
    return _("%(number)s %(title)s（%(party)s）") % {
        "number": one.matter.number,
        "title": one.matter.title,
        "party": one.party,
    }


def _advance(one: Claim) -> str:
    told = {"number": one.matter.number, "title": one.matter.title, "left": f"{one.unsettled:,.2f}"}
    return _("%(number)s %(title)s，未结清 %(left)s 元") % told


def _said(told: invoices.Found, file: File) -> str:
    """Which invoice a file holds, and whether something of it must be filled in by hand."""
    words = (
        _("%(file)s：发票 %(number)s") if told.is_whole else _("%(file)s：发票 %(number)s，没读出的请补上")
    )
    return words % {"file": file.name, "number": told.number}


def _read(told: invoices.Found, file: File) -> dict[str, object]:
    return {
        "number": told.number,
        "code": told.code,
        "issued_on": told.issued_on,
        "amount": told.amount,
        "seller": told.seller,
        "file_id": file.pk,
    }


def _values(row: Any) -> dict[str, object]:
    return {bound.name: bound.value() for bound in row}


def _kept(data: QueryDict, start: str) -> dict[str, object]:
    return {name.removeprefix(start): value for name, value in data.items() if name.startswith(start)}


def _number(data: QueryDict, name: str, instead: int = 1) -> int:
    told = data.get(name, "")
    return int(told) if told.isdecimal() else instead
