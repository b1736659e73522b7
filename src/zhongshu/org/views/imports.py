"""Import of units, posts and people: a trial that changes nothing, then all or nothing."""

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from zhongshu.kernel.clock import local_day
from zhongshu.kernel.refusals import Refusal
from zhongshu.kernel.requests import Request
from zhongshu.org import policies, services
from zhongshu.org.forms import ImportForm
from zhongshu.platform.jobs import services as jobs
from zhongshu.ui.downloads import attachment
from zhongshu.ui.forms import refuse
from zhongshu.ui.pages import moved, page, say

TRIED = "org_import"  # session key: what was read, between the trial and the import
SHOWN = 200
AT_ONCE = 200  # lines of a file; what is larger is brought in behind the scenes
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_http_methods(["GET", "HEAD", "POST"])
def show(request: Request) -> HttpResponse:
    """The file is read and tried; nothing is changed yet."""
    policies.may_import(request.actor).require()
    if request.method != "POST":
        return page(request, "org/import.html", form=ImportForm())
    form = ImportForm(request.POST, request.FILES)
    tried = _tried(request, form) if form.is_valid() else None
    return page(request, "org/import.html", form=form, tried=tried, most=SHOWN)


@require_POST
def run(request: Request) -> HttpResponse:
    """What was tried is carried out."""
    policies.may_import(request.actor).require()
    kept = request.session.pop(TRIED, None)
    if kept is None:
        raise Refusal(
            "nothing_tried", _("没有试过的文件，或者已经导入过了。"), hint=_("请重新上传，先试一遍。")
        )
    tables = services.Tables.of_plain(kept)
    if len(tables) > AT_ONCE:
        asked = jobs.ask("org.import", actor=request.actor, at=request.at, tables=kept)
        return moved(request, reverse("jobs:run", args=[asked.pk]))
    done = services.import_tables(actor=request.actor, tables=tables, at=request.at)
    say(request, _("已导入：新增%(new)d项，更新%(changed)d项。") % {"new": done.new, "changed": done.changed})
    return moved(request, reverse("org:tree"))


@require_safe
def template(request: Request) -> HttpResponse:
    """The file to fill in, empty or with what is there (``?filled``)."""
    policies.may_import(request.actor).require()
    filled = "filled" in request.GET
    sheet = services.template(actor=request.actor, day=local_day(request.at), filled=filled)
    return HttpResponse(sheet, content_type=XLSX, headers=attachment(_("机构人员.xlsx")))


def _tried(request: Request, form: ImportForm) -> services.Plan | None:
    upload = form.cleaned_data["file"]
    try:
        tables = services.read(upload.name, upload.read(services.MOST_BYTES + 1))
    except Refusal as refusal:
        refuse(form, refusal)
        return None
    tried = services.plan(tables, local_day(request.at))
    if tried.mistakes:
        request.session.pop(TRIED, None)
    else:
        request.session[TRIED] = tables.as_plain()
    return tried
