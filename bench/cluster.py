"""A PostgreSQL cluster of our own for one run, with the settings under which all are measured."""

import getpass
import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

SETTINGS = ("shared_buffers=1GB", "work_mem=16MB", "max_connections=60", "max_wal_size=4GB")


@dataclass(frozen=True, slots=True)
class Cluster:
    """Where it listens, and its first process."""

    port: int
    pid: int

    def url(self, database: str) -> str:
        """The address of one of its databases."""
        return f"postgresql://bench@127.0.0.1:{self.port}/{database}"


def binaries() -> Path | None:
    """The folder of the newest PostgreSQL on this machine, or None."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda one: int(one.parts[4]))
    if found:
        return found[-1].parent
    here = shutil.which("initdb")
    return Path(here).resolve().parent if here else None


@contextmanager
def running() -> Iterator[Cluster]:
    """A fresh cluster on a free port, removed afterwards. Sync to disk is on, as in an office."""
    folder, port = Path(tempfile.mkdtemp(prefix="zhongshu-bench-pg-")), free_port()
    home = binaries()
    if home is None:
        raise SystemExit("PostgreSQL is not installed here (Debian: apt-get install postgresql)")
    if getpass.getuser() == "root":
        shutil.chown(folder, "postgres", "postgres")
    data = folder / "data"
    try:
        _as_postgres(
            home / "initdb",
            "--no-sync",
            "-A",
            "trust",
            "-U",
            "bench",
            "-E",
            "UTF8",
            "--locale=C.UTF-8",
            "-D",
            data,
        )
        options = [f"-p {port}", "-c listen_addresses=127.0.0.1", "-c unix_socket_directories="]
        options += [f"-c {one}" for one in SETTINGS]
        _as_postgres(
            home / "pg_ctl", "-w", "-D", data, "-l", folder / "log", "-o", " ".join(options), "start"
        )
        try:
            yield Cluster(port, int((data / "postmaster.pid").read_text().split("\n", 1)[0]))
        finally:
            _stop(home, data)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _stop(home: Path, data: Path) -> None:
    """Stop at once where a connection that will not end holds up the orderly way."""
    try:
        _as_postgres(home / "pg_ctl", "-m", "fast", "-t", "30", "-D", data, "stop")
    except SystemExit:
        _as_postgres(home / "pg_ctl", "-m", "immediate", "-D", data, "stop")


def free_port(first: int = 26432) -> int:
    """A port nobody uses, below those that systems give out by themselves."""
    for port in range(first, first + 200):
        with socket.socket() as one:
            if one.connect_ex(("127.0.0.1", port)):
                return port
    raise SystemExit("no free port")


def _as_postgres(*command: object) -> None:
    """PostgreSQL refuses to run as root; root runs it as its own user."""
    words = [str(one) for one in command]
    user = "postgres" if os.getuid() == 0 else None
    done = subprocess.run(
        words, user=user, cwd="/", stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    if done.returncode:
        raise SystemExit(f"{words[0]}: {done.stdout}")
