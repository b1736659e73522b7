from django.urls import path

from zhongshu.platform.accounts.views import session

app_name = "accounts"
urlpatterns = [
    path("enter/", session.enter, name="log-in"),
    path("enter/as/<int:guest_id>/", session.enter_as, name="enter-as"),
    path("enter/leave/", session.leave, name="log-out"),
    path("enter/password/", session.password, name="password"),
]
