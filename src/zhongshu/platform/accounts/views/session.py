from django.contrib.auth.views import LoginView, LogoutView
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

enter = LoginView.as_view(template_name="accounts/enter.html")
leave = LogoutView.as_view()


def locked_out(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
    """Too many failed tries (rule G-02): say so, and what to do."""
    return render(request, "accounts/locked.html", status=429)
