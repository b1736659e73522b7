"""What the audit administrator need not wait for: the journal checked, the journal carried away."""

from django.urls import reverse
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from zhongshu.platform.accounts import policies, queries, services, trail_table
from zhongshu.platform.jobs.registry import Progress, job
from zhongshu.platform.journal import queries as journal


@job("accounts.verify_journal", _("校验留痕"), allowed=policies.reads_journal)
def verify(progress: Progress) -> dict[str, str]:
    """Is it what was written?"""
    actor, count = progress.asker(), journal.count()
    policies.require_page(policies.reads_journal(actor))
    progress.expect(count)
    progress.enclose()
    broken = journal.first_break(progress.within)
    services.verify_journal(actor=actor, count=count, broken=broken, at=progress.at)
    if broken:
        told = {"where": broken.where, "why": broken.why}
        return {"alarm": _now("留痕不相符，首先是 %(where)s：%(why)s。请立即报告。") % told}
    return {
        "url": reverse("accounts:journal"),
        "text": _now("留痕完整：%(count)d 条都与写入时相同，封存无缺。") % {"count": count},
    }


@job("accounts.export_journal", _("导出留痕"), allowed=policies.reads_journal)
def export(progress: Progress, **wanted: str) -> dict[str, str]:
    """The journal as narrowed, for Excel; that it was carried away is journalled."""
    actor, asked = progress.asker(), queries.Wanted.of_plain(wanted)
    progress.expect(queries.count_of_lines(actor, asked))
    progress.enclose()
    with progress.product(_now("留痕.csv")).open("w", encoding="utf-8", newline="") as out:
        count = trail_table.write(queries.lines(actor, asked), out, progress.within)
    services.export_journal(actor=actor, count=count, wanted=str(asked), at=progress.at)
    return {"text": _now("下载留痕（%(count)d 条）") % {"count": count}}
