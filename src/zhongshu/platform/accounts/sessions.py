"""Sessions in the database, as the framework keeps them; looked up by a prepared query, as every page does it."""

from copy import deepcopy
from datetime import datetime
from functools import lru_cache
from typing import Any

from django.conf import settings
from django.contrib.sessions.backends import db
from django.contrib.sessions.models import Session
from django.db.models import QuerySet
from django.utils import timezone

from zhongshu.kernel.prepared import prepared

MOST_READ = 1000
SINGLE = frozenset((str, int, float, bool, type(None)))
"""What nobody can change who is given it; of anything else each request gets a copy of its own."""


@prepared
def _living(key: str, moment: datetime) -> QuerySet[Session, str]:
    living = Session.objects.filter(session_key=key, expire_date__gt=moment)
    return living.values_list("session_data", flat=True)


class SessionStore(db.SessionStore):
    """The store named by SESSION_ENGINE."""

    def load(self) -> dict[str, Any]:
        """What is kept in this session; nothing, and the key forgotten, where it has run out or never was."""
        found = _living.first(self.session_key or "", timezone.now())
        if found is None:
            self._session_key = None
            return {}
        return self.decode(found)

    def decode(self, session_data: bytes | str) -> dict[str, Any]:
        """What is kept in ``session_data``; its seal is looked at once, not with every page."""
        told = _told(session_data, settings.SECRET_KEY)
        return dict(told) if SINGLE.issuperset(map(type, told.values())) else deepcopy(told)


@lru_cache(MOST_READ)
def _told(session_data: bytes | str, _sealed_with: str) -> dict[str, Any]:
    return db.SessionStore().decode(session_data)
