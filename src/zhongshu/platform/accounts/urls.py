from django.urls import path

from zhongshu.platform.accounts.views import session

app_name = "accounts"
urlpatterns = [
    path("", session.enter, name="log-in"),
    path("leave/", session.leave, name="log-out"),
]
