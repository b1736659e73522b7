"""Addresses of assets. A deed is a resource of its subject: POST …/17/repairs/ records a repair of it."""

from django.urls import path

from zhongshu.assets.deeds import DEEDS
from zhongshu.assets.views import deeds, ledger

app_name = "assets"
urlpatterns = [
    path("", ledger.assets, name="assets"),
    path("export/", ledger.export, name="export"),
    path("purchases/", ledger.purchases, name="purchases"),
    path("<int:asset_id>/", ledger.asset, name="asset"),
    *(path(one.path, deeds.act, {"resource": one.name}, name=one.name) for one in DEEDS),
]
