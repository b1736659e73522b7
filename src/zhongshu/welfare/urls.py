"""Addresses of services to employees. A deed is a resource of its subject: POST …/17/submission/ submits it."""

from django.urls import path

from zhongshu.welfare.deeds import DEEDS
from zhongshu.welfare.views import deeds, listing, show

app_name = "welfare"
urlpatterns = [
    path("", listing.cases, name="cases"),
    path("export/", listing.export, name="export"),
    path("services/", listing.services, name="services"),
    path("services/<int:service_id>/", show.service, name="service"),
    path("<int:matter_id>/", show.case, name="case"),
    path("<int:matter_id>/reckoning/", show.reckoning, name="reckoning"),
    path("<int:matter_id>/files/<int:attachment_id>/", show.file, name="file"),
    *(path(one.path, deeds.act, {"resource": one.name}, name=one.name) for one in DEEDS),
]
