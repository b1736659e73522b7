from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from zhongshu.ui.pages import page
from zhongshu.ui.preferences import Preferences

CHOICES = (
    ("size", _("字号"), (("standard", _("标准")), ("large", _("大字")), ("xlarge", _("特大")))),
    ("density", _("列表疏密"), (("comfortable", _("宽松")), ("compact", _("紧凑")))),
    ("keys", _("单键快捷键"), (("on", _("打开")), ("off", _("关掉")))),
)


@require_safe
def show(request: HttpRequest) -> HttpResponse:
    """Letter size, density, single keys, language: kept on this device."""
    mine = Preferences.of(request)
    wishes = [(name, title, options, getattr(mine, name)) for name, title, options in CHOICES]
    return page(
        request,
        "portal/preferences.html",
        wishes=wishes,
        languages=settings.LANGUAGES,
        language=get_language(),
    )
