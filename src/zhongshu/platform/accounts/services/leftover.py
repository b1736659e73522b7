"""What somebody sent after his session had ended, or from a page too old: kept, to be sent again by himself."""

from dataclasses import asdict, dataclass
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest

from zhongshu.platform.accounts.models import User

KEPT = "left_over"
MOST = 1_000_000
"""Characters that are kept; more than the longest text that can be brought in."""
OF_THE_PAGE = {"csrfmiddlewaretoken"}


@dataclass(frozen=True, slots=True)
class LeftOver:
    """A form as it was sent to ``path`` from the page ``back``; ``files`` are chosen anew, by field and name."""

    path: str
    back: str
    fields: list[list[str]]
    files: list[list[str]]

    @property
    def words(self) -> list[str]:
        """What was written, as against what was chosen or goes along unseen."""
        return [text for _name, text in self.fields if " " in text or not text.isascii()]


def left_over_of(request: HttpRequest) -> LeftOver | None:
    """What ``request`` brought; None where it was not sent from a page of the house, or is too long."""
    if request.method != "POST" or not _from_the_house(request):
        return None
    fields = [[k, text] for k, texts in request.POST.lists() if k not in OF_THE_PAGE for text in texts]
    files = [[name, str(one.name)] for name, all_ in request.FILES.lists() for one in all_]
    referer = urlsplit(request.META.get("HTTP_REFERER", ""))
    back = referer.path + (f"?{referer.query}" if referer.query else "")
    long = sum(len(text) for _name, text in fields) > MOST
    return None if long else LeftOver(request.get_full_path(), back or request.path, fields, files)


def _from_the_house(request: HttpRequest) -> bool:
    origin = request.META.get("HTTP_ORIGIN", "")
    return origin in settings.CSRF_TRUSTED_ORIGINS or urlsplit(origin).netloc == request.get_host()


def keep_late(request: HttpRequest, user: User) -> str:
    """Keep what ``user`` sent too late until he has entered again; the page it was filled in on, "" for nothing kept."""
    left = left_over_of(request)
    if left is None:
        return ""
    request.session[KEPT] = {"user": user.pk, **asdict(left)}
    return left.back


def left_over_for(request: HttpRequest, user: User, *, to_offer: bool = False) -> LeftOver | None:
    """What was kept for ``user``; what was another's is forgotten. ``to_offer``: only the first time."""
    told = request.session.get(KEPT)
    if not told or told["user"] != user.pk:
        request.session.pop(KEPT, None)
        return None
    if to_offer and told.get("offered"):
        return None
    request.session[KEPT] = {**told, "offered": True}
    return LeftOver(**{name: told[name] for name in ("path", "back", "fields", "files")})
