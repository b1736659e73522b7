from django.urls import path

from zhongshu.archive.views import copies, deposits

app_name = "archive"
urlpatterns = [
    path("", deposits.index, name="list"),
    path("export/", copies.export, name="export"),
    path("<int:matter_id>/", deposits.show, name="deposit"),
    path("<int:matter_id>/check/", deposits.check, name="check"),
    path("<int:matter_id>/package/", copies.package, name="package"),
    path("<int:matter_id>/files/<int:order>/", copies.file, name="file"),
]
