from django.urls import path

from zhongshu.platform.notify.views import inbox, reading

app_name = "notify"
urlpatterns = [
    path("", inbox.show, name="inbox"),
    path("seen/", inbox.seen, name="seen"),
    path("reading/", reading.create_all, name="reading-all"),
    path("<int:notice_id>/reading/", reading.create, name="reading"),
]
