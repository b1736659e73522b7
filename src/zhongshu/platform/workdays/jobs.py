"""A table that moves many dates is tried, and brought in, behind the scenes."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from zhongshu.platform.jobs.registry import Progress, job
from zhongshu.platform.workdays import policies, registry, services, wording
from zhongshu.platform.workdays.naming import shown


@job("workdays.trial", _("试算工作日历"))
def trial(progress: Progress, table: str, **given: Any) -> dict[str, object]:
    """What the table would change, without changing it; the first 200 are kept to be shown."""
    actor = progress.asker()
    policies.require_import(actor)
    progress.expect(registry.reached(given["year"]))
    progress.enclose()
    rows = services.read_table(services.PASTED, table.encode())
    moves = services.trial(actor=actor, rows=rows, at=progress.at, step=progress.within, **given)
    return {
        "given": given,
        "table": table,
        "moves": shown(moves),
        "count": len(moves),
        "url": reverse("workdays:tried", args=[progress.run_id]),
        "text": _now("%(count)d 项时限会变，请看试算结果") % {"count": len(moves)},
    }


@job("workdays.import", _("导入工作日历"))
def bring_in(progress: Progress, table: str, **given: Any) -> dict[str, str]:
    """The table with all its consequences, or nothing."""
    actor = progress.asker()
    policies.require_import(actor)
    progress.expect(registry.reached(given["year"]), _now("全部生效，或者一项也不改。"))
    progress.enclose()
    rows = services.read_table(services.PASTED, table.encode())
    year = services.import_table(actor=actor, rows=rows, at=progress.at, step=progress.within, **given)
    return {"url": reverse("workdays:years"), "text": wording.brought_in(year.year, year.moved)}
