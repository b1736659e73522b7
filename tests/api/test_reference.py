from pathlib import Path

from zhongshu.api.v1 import api

REFERENCE = Path(__file__).parents[2] / "docs" / "reference" / "api.md"


def test_the_addresses_named_in_the_reference_exist() -> None:
    words = REFERENCE.read_text(encoding="utf-8")
    paths = set(api.get_openapi_schema()["paths"])
    for named in ("/api/v1/boxes/{box}", "/api/v1/directives/{directive_id}/signature", "/api/v1/files"):
        assert named in paths
        assert named.split("{")[0].removeprefix("/api/v1") in words
