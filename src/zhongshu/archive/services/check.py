from dataclasses import dataclass
from datetime import datetime

from zhongshu.archive import offline, policies
from zhongshu.archive.models import Deposit
from zhongshu.archive.queries import place_of
from zhongshu.kernel.actors import Actor
from zhongshu.platform.journal import services as trail
from zhongshu.platform.usecases.registry import use_case

# kind of fault → which of the four properties (四性, rule A-11 {V}/{S}) it breaks
PROPERTY = {
    "differs": "authenticity",
    "manifest": "authenticity",
    "replaced": "authenticity",
    "chain": "authenticity",
    "metadata": "authenticity",
    "missing": "completeness",
    "unreadable": "usability",
    "foreign": "safety",
}


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong: ``kind`` a key of PROPERTY, ``path`` the file within the package."""

    kind: str
    path: str

    @property
    def broken(self) -> str:
        """The property that this breaks."""
        return PROPERTY[self.kind]


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check found, in order of path; nothing when the package is sound."""

    deposit: Deposit
    faults: tuple[Fault, ...]

    @property
    def is_sound(self) -> bool:
        return not self.faults

    @property
    def first(self) -> Fault | None:
        """The first file that differs, is missing or is foreign."""
        return self.faults[0] if self.faults else None


@use_case("archive.check")
def check(*, actor: Actor, deposit: Deposit, at: datetime) -> Checked:
    """Look whether a package is still what was deposited; the finding is kept and journalled, good or bad.

    The package is checked within itself, as check.py does, and its manifests against the digests
    in the database, so that a package replaced as a whole is found, too.
    """
    policies.require(actor, "check", deposit)
    checked = Checked(deposit, tuple(Fault(kind, path) for kind, path in _faults(deposit)))
    deposit.note_check(sound=checked.is_sound, at=at)
    first = checked.first
    told = {"sound": checked.is_sound, "faults": len(checked.faults), "first": first.path if first else ""}
    trail.record(stream=deposit.stream, verb="archive.checked", actor=actor, at=at, data=told)
    return checked


def _faults(deposit: Deposit) -> list[tuple[str, str]]:
    place = place_of(deposit)
    if not place.is_dir():
        return [("missing", deposit.folder)]
    found = offline.faults(place)
    if found:
        return found
    registered = ((offline.SHA256, 0, deposit.manifest_sha256), (offline.SM3, 1, deposit.manifest_sm3))
    return [
        ("replaced", name) for name, i, digest in registered if offline.digests(place / name)[i] != digest
    ]
