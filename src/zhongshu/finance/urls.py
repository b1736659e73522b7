"""Addresses of finance."""

from django.urls import path

from zhongshu.finance.views import claims

app_name = "finance"
urlpatterns = [
    path("<int:matter_id>/", claims.show, name="claim"),
]
