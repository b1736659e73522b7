"""What a program sends: words no longer than a page would take them."""

from ninja import Schema
from pydantic import ConfigDict

from zhongshu.kernel.text import MOST_WORDS


class Sent(Schema):
    """A body, or a part of one; a field that says nothing of its length takes what a box of a page takes."""

    model_config = ConfigDict(str_max_length=MOST_WORDS)
