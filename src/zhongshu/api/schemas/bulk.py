"""Agreeing to many papers at once."""

from ninja import Schema


class Ticked(Schema):
    """Papers to agree to, with one opinion for all."""

    matter_ids: list[int]
    opinion: str = ""


class NotDone(Schema):
    """A paper that was not agreed to, and why."""

    id: int
    code: str
    why: str


class AgreedMany(Schema):
    """Which of the ticked were agreed to, and which were not."""

    done: list[int]
    refused: list[NotDone]
