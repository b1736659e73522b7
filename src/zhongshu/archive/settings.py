"""What an institution may set about filing: its own scheme, confirmed by its archive authority (A-02)."""

from pathlib import Path

from django.conf import settings


def _rule(key: str) -> object:
    return settings.RULES[key]


def root() -> Path:
    """The folder that holds all packages (ZHONGSHU_ARCHIVE; beside the files by default)."""
    return Path(settings.ARCHIVE_ROOT)


def retention(importance: str) -> str:
    """The retention code for matters of this importance ("normal", "important", "major"; A-03 {S})."""
    scheme = _rule("A-03.retention")
    return str(scheme[importance]) if isinstance(scheme, dict) else str(scheme)


def retention_of_kind(kind: str) -> str:
    """The retention code that matters of this kind have at least ("claim", "request"); "" where none is set."""
    scheme = _rule("A-03.retention_of_kind")
    return str(scheme.get(kind, "")) if isinstance(scheme, dict) else ""


def category() -> str:
    """The category code (档案门类代码) of documents (A-06 {S})."""
    return str(_rule("A-06.category"))


def class_code() -> str:
    """The 机构（问题）代码 where a domain gives none: the general office's (A-06 {M})."""
    return str(_rule("A-06.class_code"))


def code_pattern() -> str:
    """How an archival code is put together (A-06 {S}; the whole example is {M})."""
    return str(_rule("A-06.code"))
