"""The thread that sends notices out outlives a database that refuses for a moment."""

import pytest
from django.db import OperationalError

from zhongshu.cli.serving import worker


class Stopped(BaseException):
    """The end of the test."""


def test_a_locked_database_does_not_end_the_sending_of_notices(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    rounds = iter([OperationalError("database is locked"), None, Stopped()])

    def release(**_at: object) -> None:
        if refused := next(rounds):
            raise refused

    monkeypatch.setattr(worker.notify, "release", release)
    monkeypatch.setattr(worker, "BETWEEN_ROUNDS", 0)
    monkeypatch.setattr(worker, "close_old_connections", lambda: None)
    with pytest.raises(Stopped):
        worker.send_out()
    assert list(rounds) == []
    assert "could not be sent out" in caplog.text
