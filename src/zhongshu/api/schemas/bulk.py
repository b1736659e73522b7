"""Agreeing to many papers at once."""

from ninja import Schema

from zhongshu.api.schemas.sent import Sent


class Ticked(Sent):
    """Papers to agree to, with one opinion for all; ``asked_as`` tells by paper the seat that was seen."""

    matter_ids: list[int]
    opinion: str = ""
    asked_as: dict[int, int] = {}


class NotDone(Schema):
    """A paper that was not agreed to, and why."""

    id: int
    code: str
    why: str


class AgreedMany(Schema):
    """Which of the ticked were agreed to, and which were not."""

    done: list[int]
    refused: list[NotDone]
