"""Typed readers of the environment; an ill-formed value stops the start with a clear word."""

import json
import os
import secrets
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

# A page is mostly the same few statements: the server reads and plans each once a connection, not once a page.
PREPARED = {"server_side_binding": True, "prepare_threshold": 2}


def text(name: str, default: str = "") -> str:
    """The variable ``name``, or ``default`` where it is unset."""
    return os.environ.get(name, default)


def folder(name: str, default: str) -> Path:
    """A folder, made if it is not there."""
    path = Path(text(name, default)).resolve()
    path.mkdir(parents=True, exist_ok=True)
    return path


def flag(name: str, default: bool = False) -> bool:
    """A yes/no variable: 1, true, yes, on; 0, false, no, off."""
    raw = os.environ.get(name, "").strip().lower()
    if not raw:
        return default
    if raw in {"1", "true", "yes", "on"}:
        return True
    if raw in {"0", "false", "no", "off"}:
        return False
    raise SystemExit(f"{name} must be yes or no, not {raw!r}")


def number(name: str, default: int) -> int:
    """A whole number."""
    raw = os.environ.get(name, "").strip()
    if not raw:
        return default
    if not raw.lstrip("-").isdigit():
        raise SystemExit(f"{name} must be a whole number, not {raw!r}")
    return int(raw)


def choice(name: str, allowed: tuple[str, ...], default: str) -> str:
    """One word of those allowed."""
    word = text(name, default).strip().lower() or default
    if word not in allowed:
        raise SystemExit(f"{name} must be one of {', '.join(allowed)}, not {word!r}")
    return word


def listing(name: str, default: str = "") -> list[str]:
    """Words between commas."""
    return [word.strip() for word in text(name, default).split(",") if word.strip()]


def secret_key(home: Path) -> str:
    """The signing secret: from ZHONGSHU_SECRET_KEY, else one made once and kept in ``home`` (mode 600)."""
    given = text("ZHONGSHU_SECRET_KEY")
    if given:
        return given
    keeper = home / "secret.key"
    if not keeper.exists():
        home.mkdir(parents=True, exist_ok=True)
        try:
            handle = os.open(keeper, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        except FileExistsError:  # another process of the same start made it first
            return keeper.read_text()
        with os.fdopen(handle, "w") as file:
            file.write(secrets.token_urlsafe(64))
    return keeper.read_text()


def databases(home: Path) -> dict[str, Any]:
    """The database in use, and beside it the one to move to while ZHONGSHU_MOVE_TO names it."""
    here = text("ZHONGSHU_DATABASE_URL") or f"sqlite:///{home / 'zhongshu.sqlite3'}"
    target = text("ZHONGSHU_MOVE_TO")
    return {"default": database(here), **({"target": database(target)} if target else {})}


def database(address: str) -> dict[str, Any]:
    """Django's database entry for ``address`` (postgresql://… or sqlite:///path)."""
    url = urlsplit(address)
    if url.scheme == "sqlite":
        return _sqlite(unquote(url.path[1:] if url.path.startswith("//") else url.path))
    if url.scheme in {"postgres", "postgresql"}:
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": unquote(url.path.lstrip("/")),
            "USER": unquote(url.username or ""),
            "PASSWORD": unquote(url.password or ""),
            "HOST": unquote(url.hostname or ""),
            "PORT": str(url.port or ""),
            "CONN_MAX_AGE": number("ZHONGSHU_CONN_MAX_AGE", 60),
            "CONN_HEALTH_CHECKS": True,
            "DISABLE_SERVER_SIDE_CURSORS": flag("ZHONGSHU_BEHIND_POOLER"),
            "OPTIONS": {"connect_timeout": 10, **({} if flag("ZHONGSHU_BEHIND_POOLER") else _of_its_own())},
        }
    raise SystemExit(f"ZHONGSHU_DATABASE_URL: {url.scheme!r} is not a database this program speaks to")


def _of_its_own() -> dict[str, Any]:
    """What a connection is told that no pooler shares out: it may keep statements, and waits so long for a lock."""
    return {**PREPARED, "options": f"-c lock_timeout={_lock_seconds()}s"}


def _lock_seconds() -> int:
    """So long a write waits for others; then the person is told that nothing was saved, and can try again."""
    return number("ZHONGSHU_LOCK_SECONDS", 20)


def _sqlite(path: str) -> dict[str, Any]:
    # 2 MB of cache for each connection: more was no faster, nor was mapping the file
    pragmas = ("journal_mode=WAL", "synchronous=NORMAL", "cache_size=-2048")
    return {
        "ENGINE": "zhongshu.kernel.sqlite3",
        "NAME": path,
        "CONN_MAX_AGE": None,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",  # writers queue at BEGIN instead of failing at COMMIT
            "timeout": _lock_seconds(),
            "init_command": "".join(f"PRAGMA {pragma};" for pragma in pragmas),
        },
    }


def json_file(name: str) -> dict[str, Any]:
    """The object in the JSON file that the variable ``name`` points to; empty where it is unset."""
    path = text(name)
    if not path:
        return {}
    read = json.loads(Path(path).read_text(encoding="utf-8"))
    if not isinstance(read, dict):
        raise SystemExit(f"{name}: {path} must hold one JSON object")
    return read
