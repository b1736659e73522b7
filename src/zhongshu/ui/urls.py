"""Addresses of the look itself; mounted under ``look/``."""

from django.urls import path

from zhongshu.ui.views import keys, kit, preferences

app_name = "ui"
urlpatterns = [
    path("keys/", keys.show, name="keys"),
    path("kit/", kit.show, name="kit"),
    path("preferences/", preferences.update, name="preferences"),
]
