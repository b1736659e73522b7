"""Addresses of inspections. A deed is a resource of its subject: POST …/17/steps/ records a step of it."""

from django.urls import path

from zhongshu.inspections.deeds import DEEDS
from zhongshu.inspections.views import deeds, listing, show

app_name = "inspections"
urlpatterns = [
    path("", listing.inspections, name="inspections"),
    path("export/", listing.export, name="export"),
    path("conclusions/", listing.conclusions, name="conclusions"),
    path("conclusions/export/", listing.export_conclusions, name="conclusions-export"),
    path("designations/", listing.designations, name="designations"),
    path("designations/<int:designation_id>/paper/", show.designation_file, name="designation-file"),
    path("<int:matter_id>/", show.inspection, name="inspection"),
    path("<int:matter_id>/files/<int:attachment_id>/", show.file, name="file"),
    path("reports/<int:matter_id>/", show.report_filed, name="report-filed"),
    path("conclusions/<int:matter_id>/", show.conclusion, name="conclusion"),
    *(path(one.path, deeds.act, {"resource": one.name}, name=one.name) for one in DEEDS),
]
