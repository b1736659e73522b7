"""Addresses of finance. The verbs of approval are those of ``approvals``; what is only about money is here."""

from django.urls import path

from zhongshu.finance.deeds import DEEDS
from zhongshu.finance.models import ClaimKind
from zhongshu.finance.views import (
    ageing,
    budget,
    claims,
    deeds,
    drafts,
    duties,
    funds,
    large,
    standards,
    undertakings,
)

app_name = "finance"
urlpatterns = [
    path("", claims.listing, name="claims"),
    path("export/", claims.export, name="export"),
    path("new/", claims.new, {"kind": ClaimKind.CLAIM}, name="new-claim"),
    path("advances/new/", claims.new, {"kind": ClaimKind.ADVANCE}, name="new-advance"),
    path("drafts/claim/", drafts.keep, {"kind": ClaimKind.CLAIM}, name="claim-draft"),
    path("drafts/advance/", drafts.keep, {"kind": ClaimKind.ADVANCE}, name="advance-draft"),
    path("drafts/<int:draft_id>/removal/", drafts.drop, name="draft-removal"),
    path("undertakings/", undertakings.listing, name="undertakings"),
    path("undertakings/export/", undertakings.export, name="undertakings-export"),
    path("undertakings/<int:matter_id>/", undertakings.show, name="undertaking"),
    path("budget/", budget.budget, name="budget"),
    path("budget/export/", budget.budget_export, name="budget-export"),
    path("ageing/", ageing.ageing, name="ageing"),
    path("ageing/export/", ageing.ageing_export, name="ageing-export"),
    path("funds/", funds.funds, name="funds"),
    path("funds/<int:fund_id>/", funds.fund, name="fund"),
    path("funds/export/", funds.funds_export, name="funds-export"),
    path("large/", large.large, name="large"),
    path("large/export/", large.export, name="large-export"),
    path("decisions/<int:decision_id>/evidence/", large.evidence, name="evidence"),
    path("standards/", standards.standards, name="standards"),
    path("duties/", duties.duties, name="duties"),
    path("duties/export/", duties.duties_export, name="duties-export"),
    path("<int:matter_id>/", claims.show, name="claim"),
    path("<int:matter_id>/amended/", claims.amend, name="amend"),
    *(path(one.path, deeds.act, {"resource": one.name}, name=one.name) for one in DEEDS),
]
