from django.urls import path

from zhongshu.org.deeds import DEEDS
from zhongshu.org.views import absence, charges, deeds, imports, structure

app_name = "org"
urlpatterns = [
    path("", structure.tree, name="tree"),
    path("units/<int:unit_id>/", structure.unit, name="unit"),
    path("people/<int:person_id>/", structure.person, name="person"),
    path("aliases/<int:alias_id>/revoke/", structure.revoke_alias, name="alias-revoke"),
    path("units/<int:organ_id>/charges/", charges.show, name="charges"),
    path("units/<int:organ_id>/charges/export/", charges.export, name="charges-export"),
    path("absence/", absence.show, name="absence"),
    path("absence/standing-in/", absence.standing_in, name="standing-in"),
    path("leaves/<int:leave_id>/end/", absence.end_leave, name="leave-end"),
    path("stand-ins/<int:stand_in_id>/revoke/", absence.revoke, name="stand-in-revoke"),
    path("import/", imports.show, name="import"),
    path("import/run/", imports.run, name="import-run"),
    path("import/template/", imports.template, name="import-template"),
    *(
        path(f"{one.subject}/<int:pk>/{one.code}/", deeds.act, {"resource": one.resource}, name=one.resource)
        for one in DEEDS
    ),
]
