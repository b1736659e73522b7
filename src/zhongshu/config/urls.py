"""All addresses of the house."""

from django.templatetags.static import static
from django.urls import include, path
from django.utils.functional import lazy
from django.views.generic import RedirectView

handler400 = "zhongshu.config.failures.unreadable"
handler404 = "zhongshu.config.failures.missing"
handler500 = "zhongshu.config.failures.failed"
urlpatterns = [
    path("", include("zhongshu.portal.urls")),
    path("favicon.ico", RedirectView.as_view(url=lazy(static, str)("ui/icon.svg")), name="icon"),
    path("org/", include("zhongshu.org.urls")),
    path("approvals/", include("zhongshu.approvals.urls")),
    path("finance/", include("zhongshu.finance.urls")),
    path("inspections/", include("zhongshu.inspections.urls")),
    path("assets/", include("zhongshu.assets.urls")),
    path("welfare/", include("zhongshu.welfare.urls")),
    path("supervision/", include("zhongshu.supervision.urls")),
    path("archive/", include("zhongshu.archive.urls")),
    path("api/", include("zhongshu.api.urls")),
    path("look/", include("zhongshu.ui.urls")),
    path("notices/", include("zhongshu.platform.notify.urls")),
    path("workdays/", include("zhongshu.platform.workdays.urls")),
    path("jobs/", include("zhongshu.platform.jobs.urls")),
    path("", include("zhongshu.platform.accounts.urls")),
]
