import json
from json import encoder
from typing import Any

from django.db import models

from zhongshu.kernel.digests import digest

GENESIS = bytes(32)
_SPELLING = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=str)
# What ``encode`` makes anew at each call, made once; None where the library comes without its part in C.
_make: Any = getattr(encoder, "c_make_encoder", None)
_spell: Any = _make and _make(None, str, encoder.encode_basestring, None, ":", ",", True, False, True)


def canonical(data: object) -> str:
    """``data`` as JSON with one spelling only, fit to be hashed."""
    return "".join(_spell(data, 0)) if _spell else _SPELLING.encode(data)


class Entry(models.Model):
    """One thing that happened. Database triggers refuse to change or delete it (law 2).

    ``stream`` names what it happened to ("matter:17"); within a stream entries are numbered
    from 1, and the digest of each covers that of the one before it.
    """

    stream = models.CharField(max_length=40)
    seq = models.PositiveIntegerField()
    at = models.DateTimeField()
    actor_id = models.BigIntegerField(null=True)
    actor_name = models.CharField(max_length=40)
    acting_for_id = models.BigIntegerField(null=True)
    acting_for_name = models.CharField(max_length=40, blank=True)
    verb = models.CharField(max_length=60)
    data = models.TextField(default="{}")
    hash = models.BinaryField(max_length=32)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["stream", "seq"], name="journal_one_entry_a_seat")]

    def __str__(self) -> str:
        return f"{self.stream}#{self.seq} {self.verb}"

    @property
    def facts(self) -> dict[str, Any]:
        """The data of the entry, read back."""
        return dict(json.loads(self.data))

    def content(self) -> bytes:
        """What the digest covers, besides the digest before it."""
        moment = self.at.isoformat(timespec="microseconds")
        who = [self.actor_id, self.actor_name, self.acting_for_id, self.acting_for_name]
        return canonical([self.stream, self.seq, moment, who, self.verb, self.data]).encode()

    def computed_hash(self, head: bytes, algorithm: str) -> bytes:
        """The digest this entry must carry behind the one whose digest is ``head``."""
        return digest(head + self.content(), algorithm)
