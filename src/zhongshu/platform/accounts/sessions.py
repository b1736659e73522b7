"""Sessions in the database, as the framework keeps them; looked up by a prepared query, as every page does it."""

from datetime import datetime

from django.contrib.sessions.backends import db
from django.contrib.sessions.models import Session
from django.db.models import QuerySet
from django.utils import timezone

from zhongshu.kernel.prepared import prepared


@prepared
def _living(key: str, moment: datetime) -> QuerySet[Session]:
    return Session.objects.filter(session_key=key, expire_date__gt=moment)


class SessionStore(db.SessionStore):
    """The store named by SESSION_ENGINE."""

    def _get_session_from_db(self) -> Session | None:
        """The row of this session; None, and the key forgotten, where it has run out or never was."""
        found = _living.first(self.session_key or "", timezone.now())
        if found is None:
            self._session_key = None
        return found
