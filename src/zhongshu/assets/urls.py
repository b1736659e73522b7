"""Addresses of assets. A deed is a resource of its subject: POST …/17/repairs/ records a repair of it."""

from django.urls import path

from zhongshu.assets.deeds import DEEDS
from zhongshu.assets.views import deeds, ledger, moves, rounds

app_name = "assets"
urlpatterns = [
    path("", ledger.assets, name="assets"),
    path("export/", ledger.export, name="export"),
    path("purchases/", ledger.purchases, name="purchases"),
    path("<int:asset_id>/", ledger.asset, name="asset"),
    path("stocktakes/", rounds.stocktakes, name="stocktakes"),
    path("stocktakes/<int:matter_id>/", rounds.stocktake, name="stocktake"),
    path("stocktakes/<int:matter_id>/export/", rounds.export, name="stocktake-export"),
    path("stocktakes/<int:matter_id>/files/<int:attachment_id>/", rounds.file, name="file"),
    path("moves/", moves.moves, name="moves"),
    path("moves/<int:matter_id>/", moves.move, name="move"),
    *(
        path(
            one.path, deeds.count if one.name == "count" else deeds.act, {"resource": one.name}, name=one.name
        )
        for one in DEEDS
    ),
]
