import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.portal.conftest import clock, hand_over
from tests.world import AT, World
from zhongshu.platform.accounts import services as accounts

__all__ = ["clock", "hand_over"]


@dataclass
class Program:
    """A program with somebody's token (or nobody's)."""

    token: str

    def get(self, path: str, **query: Any) -> Any:
        return Client().get(f"/api/v1{path}", query, headers=self.headers())

    def post(self, path: str, body: object = None, *, key: str = "", **headers: str) -> Any:
        if key:
            headers["Idempotency-Key"] = key
        words = json.dumps({} if body is None else body, default=str)
        return Client().post(
            f"/api/v1{path}", words, content_type="application/json", headers=self.headers() | headers
        )

    def headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token}"} if self.token else {}


Programs = Callable[[str], Program]


def ok(answer: Any, status: int = 200) -> Any:
    """The body of an answer that has to be ``status``."""
    assert answer.status_code == status, answer.content.decode()
    return answer.json()


def uploaded(program: Program, name: str = "验收单.txt", words: str = "验收合格") -> Any:
    """A file brought in."""
    file = SimpleUploadedFile(name, words.encode())
    return Client().post("/api/v1/files", {"file": file}, headers=program.headers())


@pytest.fixture
def own_folders(settings: Any, tmp_path: Path) -> None:
    """Files and packages of this test lie in a place of their own."""
    settings.FILES_ROOT, settings.ARCHIVE_ROOT = tmp_path / "files", tmp_path / "archive"


@pytest.fixture
def program(world: World, clock: object) -> Programs:
    """``program("李敏")`` asks in her name."""
    made: dict[str, Program] = {"": Program("")}

    def of(name: str) -> Program:
        if name not in made:
            user = world.user(name)
            secret = accounts.make_token(actor=world.actor(name), user_id=user.pk, name="测试", at=AT)
            made[name] = Program(secret.text)
        return made[name]

    return of
