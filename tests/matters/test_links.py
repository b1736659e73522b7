"""Every way in which one matter stands to another is set by some act: no kind of link is only a word."""

import re
from pathlib import Path

import zhongshu
from zhongshu.matters.models import LinkKind


def test_each_kind_of_link_is_set_by_a_service() -> None:
    services = Path(zhongshu.__file__).parent.glob("*/services/*.py")
    acts = "".join(one.read_text() for one in services)
    assert set(re.findall(r"LinkKind\.([A-Z_]+)", acts)) == set(LinkKind.names)
