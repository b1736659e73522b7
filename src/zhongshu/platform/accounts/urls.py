from django.urls import path

from zhongshu.platform.accounts.views import factor, keeping, own, session, trail

app_name = "accounts"
urlpatterns = [
    path("enter/", session.enter, name="log-in"),
    path("enter/as/<int:guest_id>/", session.enter_as, name="enter-as"),
    path("enter/leave/", session.leave, name="log-out"),
    path("enter/left-over/", session.left_over, name="left-over"),
    path("enter/password/", session.password, name="password"),
    path("enter/factor/", factor.ask, name="factor"),
    path("enter/factor/add/", factor.add, name="factor-add"),
    path("enter/factor/picture/", factor.picture, name="factor-picture"),
    path("me/", own.show, name="me"),
    path("me/codes/", factor.codes, name="codes"),
    path("me/keys/", own.make_key, name="key-make"),
    path("me/keys/<int:key_id>/revoke/", own.revoke_key, name="key-revoke"),
    path("me/end-sessions/", own.end_sessions, name="end-sessions"),
    path("accounts/", keeping.index, name="accounts"),
    path("accounts/new/", keeping.create, name="new"),
    path("accounts/<int:user_id>/", keeping.show, name="account"),
    path("accounts/<int:user_id>/reset/", keeping.reset, name="reset"),
    path("accounts/<int:user_id>/grant/", keeping.grant, name="grant"),
    path("accounts/<int:user_id>/<slug:deed>/", keeping.do, name="deed"),
    path("journal/", trail.index, name="journal"),
    path("journal/verify/", trail.verify, name="journal-verify"),
    path("journal/export/", trail.export, name="journal-export"),
]
