"""Addresses of inspections."""

from django.urls import path

from zhongshu.inspections.views import show

app_name = "inspections"
urlpatterns = [
    path("<int:matter_id>/", show.inspection, name="inspection"),
    path("conclusions/<int:matter_id>/", show.conclusion, name="conclusion"),
]
