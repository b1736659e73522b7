"""Sessions in the database, as the framework keeps them; looked up by a prepared query, as every page does it."""

import json
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
        told: dict[str, Any] = json.loads(_told(session_data, settings.SECRET_KEY))
        return told


@lru_cache(MOST_READ)
def _told(session_data: bytes | str, _sealed_with: str) -> str:
    return json.dumps(db.SessionStore().decode(session_data))
