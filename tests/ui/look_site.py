"""A small site of the look alone, without database: ``python tests/ui/look_site.py PORT``."""

import sys
from socketserver import ThreadingMixIn
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

import django
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import include, path

PLAIN = "django.contrib.staticfiles.storage.StaticFilesStorage"
settings.configure(
    SECRET_KEY="only for tests",
    DEBUG=True,
    DEMO=True,
    ALLOWED_HOSTS=["127.0.0.1"],
    ROOT_URLCONF="__main__",
    INSTALLED_APPS=["zhongshu.ui", "django.contrib.messages", "django.contrib.staticfiles"],
    MIDDLEWARE=[
        "zhongshu.ui.middleware.SecurityHeaders",
        "django.middleware.csrf.CsrfViewMiddleware",
        "django.contrib.messages.middleware.MessageMiddleware",
        "__main__.li_min",
    ],
    MESSAGE_STORAGE="django.contrib.messages.storage.cookie.CookieStorage",
    STORAGES={"staticfiles": {"BACKEND": PLAIN}},
    STATIC_URL="/static/",
    LANGUAGE_CODE="zh-hans",
    CSRF_COOKIE_HTTPONLY=True,
    FORM_RENDERER="zhongshu.ui.quick.widgets.Renderer",
    TEMPLATES=[
        {
            "BACKEND": "django.template.backends.django.DjangoTemplates",
            "APP_DIRS": True,
            "OPTIONS": {
                "context_processors": [
                    "django.template.context_processors.request",
                    "django.contrib.messages.context_processors.messages",
                    "zhongshu.ui.context.look",
                ],
                "builtins": ["django.templatetags.i18n", "django.templatetags.static"],
            },
        }
    ],
)

django.setup()

from django.contrib.staticfiles.handlers import StaticFilesHandler  # noqa: E402
from django.core.wsgi import get_wsgi_application  # noqa: E402

from zhongshu.kernel.actors import Actor  # noqa: E402
from zhongshu.ui import menu, pages  # noqa: E402

LI_MIN = Actor(person_id=1, name="李敏")


def li_min(respond: object) -> object:
    """Everybody on this site is 李敏."""

    def door(request: HttpRequest) -> HttpResponse:
        request.actor = LI_MIN  # type: ignore[attr-defined]
        return respond(request)  # type: ignore[operator,no-any-return]

    return door


def act(request: HttpRequest) -> HttpResponse:
    """A deed that can be taken back."""
    pages.say(request, "已催办，10 秒内可撤回", undo="/undo/")
    return pages.page(request, "ui/kit.html#nothing") if request.method == "GET" else answered(request)


def undo(request: HttpRequest) -> HttpResponse:
    """Takes it back."""
    pages.say(request, "已撤回")
    return answered(request)


def answered(request: HttpRequest) -> HttpResponse:
    """A part for htmx, a move for a browser."""
    if pages.wants_part(request):
        return pages.page(request, "ui/_facts.html#", pairs=[])
    return pages.moved(request, "/look/kit/")


def found(request: HttpRequest) -> HttpResponse:
    """Two matters, whatever was asked."""
    return HttpResponse(
        '<li data-href="/look/kit/?found=1">应急发电机更新采购</li><li data-href="/x/">乙</li>'
    )


def refused(request: HttpRequest) -> HttpResponse:
    """A refusal as htmx meets it."""
    return HttpResponse("<p data-sentence>您是承办人，不能审核自己的回告。</p>", status=403)


urlpatterns = [
    path("look/", include("zhongshu.ui.urls")),
    path("act/", act),
    path("undo/", undo),
    path("refused/", refused),
    path("search/", found, name="search"),
    path("kit-again/", lambda request: pages.moved(request, "/look/kit/"), name="home"),
]


class Server(ThreadingMixIn, WSGIServer):
    """Answers several requests at once and ends with its parent."""

    daemon_threads = True


class Quiet(WSGIRequestHandler):
    """Keeps the test's output clean."""

    def log_message(self, format: str, *args: object) -> None:
        """Nothing."""


def main(port: int) -> None:
    """Serve on the loopback until ended."""
    menu.register(
        menu.Entry("home", "今天", "sun-high", "home", group="desk", key="h", phone=1),
        menu.Entry("kit", "组件", "clipboard-list", "ui:kit", key="d", phone=2, words="zj"),
        menu.Entry("search", "搜索", "search", "search", group="search"),
        menu.Entry("new", "督办事项", "clipboard-list", "ui:kit", group="create"),
        menu.Entry("me", "我的", "user", "ui:kit", group="person"),
    )
    handler = StaticFilesHandler(get_wsgi_application())
    with make_server("127.0.0.1", port, handler, server_class=Server, handler_class=Quiet) as server:
        server.serve_forever()


if __name__ == "__main__":
    main(int(sys.argv[1]))
