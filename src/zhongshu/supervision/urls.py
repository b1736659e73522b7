"""Addresses of supervision. A deed is a resource of its matter: POST …/17/signature/ signs for it."""

from django.urls import path

from zhongshu.supervision.deeds import CHAIN, DEEDS, FIELD
from zhongshu.supervision.views import (
    aliases,
    asks,
    board,
    chains,
    deeds,
    directives,
    filed_papers,
    imports,
    imports_after,
    intakes,
    ledger,
    papers,
    register,
    saved_filters,
    trial,
    undo,
)

app_name = "supervision"
urlpatterns = [
    path("", ledger.show, name="ledger"),
    path("new/", register.new, name="new"),
    path("register/", register.register, name="register"),
    path("export/", ledger.export, name="export"),
    path("filters/", saved_filters.listing, name="saved-filters"),
    path("filters/name/", saved_filters.name, name="saved-filter-name"),
    path("filters/new/", saved_filters.save, name="saved-filter-new"),
    path("filters/<int:filter_id>/", saved_filters.change, name="saved-filter-change"),
    path("filters/<int:filter_id>/removal/", saved_filters.remove, name="saved-filter-remove"),
    path("chains/", chains.listing, name="chains"),
    path("chains/new/", chains.new, name="chain-new"),
    path("chains/<int:chain_id>/", chains.change, name="chain-change"),
    path("chains/<int:chain_id>/retirement/", chains.retire, name="chain-retire"),
    path("imports/", imports.listing, name="imports"),
    path("imports/<int:import_id>/", imports.show, name="import"),
    path("imports/<int:import_id>/run/", imports.run, name="import-run"),
    path("imports/<int:import_id>/trial/", imports.tried, name="import-trial"),
    path("imports/<int:import_id>/undoing/", imports_after.undo, name="import-undo"),
    path("imports/<int:import_id>/errors/", imports_after.errors, name="import-errors"),
    path("trial/", trial.show, name="ledger-trial"),
    path("paper/", ledger.paper, name="ledger-paper"),
    path("taken-back/", undo.take_back, name="take-back"),
    path("reminders/", ledger.remind, name="reminders"),
    path("asks/", asks.show, name="asks"),
    path("board/", board.show, name="board"),
    path("board/sources/", board.sources, name="sources"),
    path("board/wall/", board.wall, name="wall"),
    path("intakes/", intakes.listing, name="intakes"),
    path("intakes/new/", intakes.new, name="intake-new"),
    path("intakes/aliases/", aliases.listing, name="aliases"),
    path("intakes/aliases/<int:alias_id>/revoke/", aliases.revoke, name="alias-revoke"),
    path("intakes/<int:intake_id>/", intakes.split, name="intake"),
    path("intakes/<int:intake_id>/proof/", intakes.proof, name="intake-proof"),
    path("intakes/<int:intake_id>/file/", intakes.file, name="intake-file"),
    path(
        "intakes/<int:intake_id>/findings/<int:finding_id>/reckoning/",
        intakes.explain,
        name="finding-reckoning",
    ),
    path("papers/", papers.listing, name="papers"),
    path("papers/overview/", papers.overview, name="paper-overview"),
    path("papers/filed/<int:matter_id>/", filed_papers.show, name="paper-filed"),
    path("papers/<int:paper_id>/", papers.show, name="paper"),
    path("papers/<int:paper_id>/deposit/", filed_papers.deposit, name="paper-deposit"),
    path("papers/<int:paper_id>/issue/", papers.issue, name="paper-issue"),
    path("papers/<int:paper_id>/version/", papers.reissue, name="paper-reissue"),
    path("papers/<int:paper_id>/discard/", papers.discard, name="paper-discard"),
    path("papers/<int:paper_id>/pages/<int:number>/", papers.picture, name="paper-page"),
    path("papers/<int:paper_id>/<str:form>/", papers.file, name="paper-file"),
    path("<int:directive_id>/", directives.show, name="directive"),
    path("<int:directive_id>/reckoning/", directives.explain, name="reckoning"),
    path("<int:directive_id>/papers/", papers.draft, name="paper-draft"),
    path("<int:directive_id>/files/<int:attachment_id>/", directives.file, name="file"),
    *(
        path(f"<int:directive_id>/{one.resource}/", door, {"resource": one.resource}, name=one.resource)
        for door, rows in (
            (deeds.act, [one for one in DEEDS if one is not CHAIN]),
            (deeds.put_to_work, [CHAIN]),
            (deeds.report_from_the_field, [FIELD]),
        )
        for one in rows
    ),
]
