from django.urls import path

from zhongshu.platform.workdays.views import tables

app_name = "workdays"
urlpatterns = [
    path("", tables.index, name="years"),
    path("trial/", tables.trial, name="trial"),
    path("trial/<int:run_id>/", tables.tried, name="tried"),
    path("tables/", tables.bring_in, name="import"),
]
