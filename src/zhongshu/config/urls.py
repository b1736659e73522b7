"""All addresses of the house."""

from django.urls import include, path

urlpatterns = [
    path("", include("zhongshu.portal.urls")),
    path("look/", include("zhongshu.ui.urls")),
    path("enter/", include("zhongshu.platform.accounts.urls")),
]
