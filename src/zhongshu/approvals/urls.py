"""Addresses of approvals. A verb is a resource of its paper: POST …/17/agreement/ agrees to it."""

from django.urls import path

from zhongshu.approvals.deeds import DEEDS
from zhongshu.approvals.views import again, deeds, editing, listing, papers, routes, start

app_name = "approvals"
urlpatterns = [
    path("", listing.show, name="papers"),
    path("export/", listing.export, name="export"),
    path("agreements/", listing.agree, name="agreements"),
    path("new/", start.choose, name="new"),
    path("new/<slug:name>/", start.fill, name="fill"),
    path("routes/", routes.listing, name="routes"),
    path("routes/new/", editing.start, name="route-new"),
    path("routes/import/", routes.draft, name="route-import"),
    path("routes/<slug:name>/", routes.show, name="route"),
    path("routes/<slug:name>/draft/", editing.show, name="route-draft"),
    path("routes/<slug:name>/draft/arrangement/", editing.arrange, name="route-arrangement"),
    path("routes/<slug:name>/draft/discard/", editing.discard, name="route-discard"),
    path("routes/<slug:name>/draft/<slug:part>/", editing.part, name="route-part-new"),
    path("routes/<slug:name>/draft/<slug:part>/<str:ref>/", editing.part, name="route-part"),
    path("routes/<slug:name>/publication/", routes.publish, name="route-publication"),
    path("routes/<slug:name>/renewal/", routes.renew, name="route-renewal"),
    path("routes/<slug:name>/withdrawal/", routes.withdraw, name="route-withdrawal"),
    path("routes/<slug:name>/<int:number>/<str:form>/", routes.file, name="route-file"),
    path("<int:matter_id>/", papers.show, name="approval"),
    path("<int:matter_id>/files/<int:attachment_id>/", papers.file, name="file"),
    path("<int:matter_id>/sheet/", papers.sheet, name="sheet"),
    path("<int:matter_id>/form/", again.fill, name="form"),
    *(
        path(f"<int:matter_id>/{one.resource}/", deeds.act, {"resource": one.resource}, name=one.resource)
        for one in DEEDS
    ),
]
