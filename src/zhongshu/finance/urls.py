"""Addresses of finance. The verbs of approval are those of ``approvals``; what is only about money is here."""

from django.urls import path

from zhongshu.finance.deeds import DEEDS
from zhongshu.finance.models import ClaimKind
from zhongshu.finance.views import claims, deeds, large, money, undertakings

app_name = "finance"
urlpatterns = [
    path("", claims.listing, name="claims"),
    path("export/", claims.export, name="export"),
    path("new/", claims.new, {"kind": ClaimKind.CLAIM}, name="new-claim"),
    path("advances/new/", claims.new, {"kind": ClaimKind.ADVANCE}, name="new-advance"),
    path("undertakings/", undertakings.listing, name="undertakings"),
    path("undertakings/export/", undertakings.export, name="undertakings-export"),
    path("undertakings/<int:matter_id>/", undertakings.show, name="undertaking"),
    path("budget/", money.budget, name="budget"),
    path("budget/export/", money.budget_export, name="budget-export"),
    path("ageing/", money.ageing, name="ageing"),
    path("ageing/export/", money.ageing_export, name="ageing-export"),
    path("funds/", money.funds, name="funds"),
    path("funds/export/", money.funds_export, name="funds-export"),
    path("large/", large.large, name="large"),
    path("large/export/", large.export, name="large-export"),
    path("decisions/<int:decision_id>/evidence/", large.evidence, name="evidence"),
    path("duties/", money.duties, name="duties"),
    path("duties/export/", money.duties_export, name="duties-export"),
    path("<int:matter_id>/", claims.show, name="claim"),
    path("<int:matter_id>/amended/", claims.amend, name="amend"),
    *(path(one.path, deeds.act, {"resource": one.name}, name=one.name) for one in DEEDS),
]
