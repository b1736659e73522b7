from django.urls import path

from zhongshu.platform.jobs.views import cancellation, run, system

app_name = "jobs"
urlpatterns = [
    path("", run.index, name="runs"),
    path("system/", system.show, name="system"),
    path("system/<str:name>/run/", system.run_now, name="run-now"),
    path("<int:run_id>/", run.show, name="run"),
    path("<int:run_id>.json", run.as_json, name="run-json"),
    path("<int:run_id>/product/", run.product, name="product"),
    path("<int:run_id>/cancellation/", cancellation.create, name="cancellation"),
]
