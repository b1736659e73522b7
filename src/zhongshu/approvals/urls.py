"""Addresses of approvals."""

from django.urls import path

from zhongshu.approvals.views import papers

app_name = "approvals"
urlpatterns = [
    path("<int:matter_id>/", papers.show, name="approval"),
]
