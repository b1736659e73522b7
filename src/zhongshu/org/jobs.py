"""The organisation brought in behind the scenes; and who is behind an account that asked for a job."""

from django.urls import reverse
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from zhongshu.kernel.clock import local_day
from zhongshu.org import policies, queries, services
from zhongshu.platform.jobs.registry import Progress, found_by, job

found_by(queries.asker)


@job("org.import", _("导入机构人员"))
def import_tables(progress: Progress, tables: dict[str, list[dict[str, object]]]) -> dict[str, str]:
    """All of it or nothing; stopped before its end, nothing of it stays."""
    actor, read = progress.asker(), services.Tables.of_plain(tables)
    policies.may_import(actor).require()
    progress.expect(
        len(services.plan(read, local_day(progress.at)).steps), _now("全部导入，或者一项也不导入。")
    )
    progress.enclose()
    done = services.import_tables(actor=actor, tables=read, at=progress.at, step=progress.within)
    told = {"new": done.new, "changed": done.changed}
    return {
        "url": reverse("org:tree"),
        "text": _now("已导入：新增%(new)d项，更新%(changed)d项。") % told,
    }
