"""Static files under their plain names: these tests run before anything is collected."""

from typing import Any

import pytest


@pytest.fixture(autouse=True)
def plain_static_names(settings: Any) -> None:
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = {**settings.STORAGES, "staticfiles": plain}
