"""Lists of money as Excel files."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from tempfile import TemporaryFile
from typing import IO

import xlsxwriter
from django.utils.translation import gettext as _

from zhongshu.approvals.wording import state_words
from zhongshu.finance import policies, queries
from zhongshu.finance.queries import Narrowed
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import BEIJING
from zhongshu.matters.models import Matter
from zhongshu.platform.journal import services as journal
from zhongshu.platform.usecases.registry import use_case

MOST = 20_000
WIDTH = 18
Table = Iterable[Sequence[str]]


@use_case("finance.export_claims")
def export_claims(*, actor: Actor, narrowed: Narrowed, at: datetime) -> IO[bytes]:
    """The narrowed list of claims, at most 20,000 rows, under a watermark. Journalled."""
    heads = [
        _("编号"), _("单据"), _("事由"), _("类别"), _("报销人"), _("科室"), _("收款人"), _("金额（元）"),
        _("应付（元）"), _("预算指标"), _("状态"), _("提交"), _("审核"), _("批准"), _("付款"), _("记账"),
    ]  # fmt: skip
    rows = (_row(one) for one in queries.listed(actor, narrowed)[:MOST])
    return _book(_("报销借款"), [heads], rows, actor=actor, at=at)


@use_case("finance.export_duties")
def export_duties(*, actor: Actor, table: Table, at: datetime) -> IO[bytes]:
    """The map of powers over money as shown. Journalled."""
    policies.may_watch(actor).require()
    return _book(_("廉政风险点"), [], table, actor=actor, at=at)


def _row(matter: Matter) -> list[str]:
    one = matter.claim
    moments = (one.reviewed_at, one.approved_at, one.paid_at, one.booked_at)
    return [
        matter.number,
        one.get_kind_display(),
        matter.title,
        one.get_category_display(),
        one.claimant.name,
        matter.unit.short_name,
        one.payee,
        f"{one.amount:.2f}",
        f"{one.payable:.2f}",
        str(one.budget_line),
        state_words(matter.state),
        one.submitted_on.isoformat(),
        *(f"{moment.astimezone(BEIJING):%Y-%m-%d}" if moment else "" for moment in moments),
    ]


def _book(name: str, heads: Table, rows: Table, *, actor: Actor, at: datetime) -> IO[bytes]:
    target = TemporaryFile()  # noqa: SIM115  handed to the caller, who sends and closes it
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(target, options)
    sheet = book.add_worksheet(name)
    sheet.set_column(0, 20, WIDTH)
    told = {"name": actor.name, "at": f"{at.astimezone(BEIJING):%Y-%m-%d %H:%M}"}
    sheet.write_string(0, 0, _("导出：%(name)s　%(at)s　内部资料，注意保管") % told)
    count = 0
    for count, row in enumerate(_chained(heads, rows), 1):  # noqa: B007  the last is the number of rows
        for column, text in enumerate(row):
            sheet.write_string(count, column, text)
    book.close()
    target.seek(0)
    facts = {"list": name, "rows": count}
    journal.record(
        stream=f"export:{actor.person_id}", verb="finance.exported", actor=actor, at=at, data=facts
    )
    return target


def _chained(heads: Table, rows: Table) -> Iterator[Sequence[str]]:
    yield from heads
    yield from rows
