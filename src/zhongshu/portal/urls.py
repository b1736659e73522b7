from django.urls import path

from zhongshu.portal.views import health, home

app_name = "portal"
urlpatterns = [
    path("", home.show, name="home"),
    path("healthz", health.show, name="health"),
]
