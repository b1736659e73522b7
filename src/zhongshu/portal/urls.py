from django.urls import path

from zhongshu.portal.views import health, helping, home, leader, more, preferences, search

app_name = "portal"
urlpatterns = [
    path("", home.show, name="home"),
    path("search/", search.show, name="search"),
    path("leader/", leader.show, name="leader"),
    path("leader/<int:directive_id>/extension/", leader.decide, name="decide"),
    path("matters/<int:matter_id>/reading/", leader.read, name="read"),
    path("help/", helping.index, name="help-index"),
    path("help/<slug:topic>/", helping.show, name="help"),
    path("more/", more.show, name="more"),
    path("preferences/", preferences.show, name="preferences"),
    path("healthz", health.show, name="health"),
]
