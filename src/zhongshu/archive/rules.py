"""The law of filing: rules A-… of the rule book, as far as they were verified; the rest are settings."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from zhongshu.archive import settings
from zhongshu.archive.models import Retention
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.language import in_office_language, on_record
from zhongshu.kernel.refusals import Refusal
from zhongshu.matters.models import Group, Importance, Matter
from zhongshu.org.models import Unit

LENGTHS = (Retention.TEN, Retention.THIRTY, Retention.PERMANENT)


def A_01_only_what_is_closed(matter: Matter) -> None:
    """What is due is handed over when it is complete [档案法 14, 21 {V}]; an open matter is not."""
    if matter.group != Group.CLOSED:
        raise Refusal(
            "matter_is_open",
            _("“%(title)s”还没有办结，不能归档。") % {"title": matter.title},
            rule="A-01",
            hint=_("请先办结、销号，再归档。"),
        )


def A_03_retention(matter: Matter) -> tuple[Retention, str]:
    """The retention period of ``matter`` and where it comes from (8号令 6–8 {S}; the scheme is a setting).

    It is the longer of what its importance and its kind ask for: a voucher is kept thirty years (会计档案管理办法
    [2015] annex {S}) however plain its matter is.
    """
    importance, of_kind = Importance(matter.importance), settings.retention_of_kind(matter.kind)
    asked = [settings.retention(importance.name.lower()), *([of_kind] if of_kind else [])]
    period = max((Retention(one) for one in asked), key=LENGTHS.index)
    with in_office_language():
        said = {"importance": importance.label, "period": period.label}
        return period, on_record(
            "%(importance)s事项%(period)s（本单位保管期限表，待同级档案部门核准）"
        ) % said


def A_06_fonds(organ: Unit) -> str:
    """The fonds number (全宗号) that every archival code begins with [DA/T 13-2022 4 {S}]."""
    if not organ.fonds_code:
        raise Refusal(
            "organ_without_fonds",
            _("“%(organ)s”还没有全宗号，编不出档号。") % {"organ": organ.name},
            rule="A-06",
            hint=_("请机构人员管理员在“机构人员”里填写全宗号（由同级档案馆分配），再归档。"),
        )
    return organ.fonds_code


def A_06_code(*, fonds: str, year: int, retention: str, class_code: str, item: int) -> str:
    """The archival code (档号); its pattern is a setting, for the whole example is only {M}."""
    return settings.code_pattern().format(
        fonds=fonds,
        category=settings.category(),
        year=year,
        retention=retention,
        unit=class_code,
        item=item,
    )


def A_07_year(matter: Matter, at: datetime) -> int:
    """The year an item is filed under: that of its closing, in Beijing time {S/M}."""
    return local_day(matter.closed_at or at).year
