from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from zhongshu.ui.pages import page

TOPICS = {
    "start": _("三分钟上手"),
    "supervisor": _("督查科怎么用"),
    "undertaker": _("承办单位怎么用"),
    "leader": _("领导怎么用"),
    "keeper": _("机构、人员与档案"),
    "rules": _("时限和规矩"),
    "programs": _("接口与命令行"),
}


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """All help topics, the first of them open."""
    return show(request, "start")


@require_safe
def show(request: HttpRequest, topic: str) -> HttpResponse:
    """One help page, in plain words."""
    if topic not in TOPICS:
        raise Http404
    template = f"portal/help/{topic}.html"
    return page(request, template, topics=TOPICS, topic=topic, title=TOPICS[topic])
