"""The web server: gunicorn, configured here and nowhere else."""

import socket
from pathlib import Path
from typing import Any

from django.core.servers.basehttp import get_internal_wsgi_application
from gunicorn.app.base import BaseApplication

from zhongshu.cli.serving.letting_go import let_go
from zhongshu.cli.serving.unread import Single, Threaded

MEMORY_DISK = Path("/dev/shm")  # noqa: S108 - gunicorn keeps its heartbeats there, as its manual advises


class Web(BaseApplication):
    """Workers share what is loaded before the fork: the application, its addresses, its views."""

    def __init__(self, listener: socket.socket, *, workers: int, threads: int) -> None:
        self.chosen: dict[str, Any] = {
            "bind": [f"fd://{listener.fileno()}"],
            "workers": workers,
            "threads": threads,
            "worker_class": Threaded if threads > 1 else Single,
            "preload_app": True,
            "timeout": 60,
            "graceful_timeout": 10,
            "keepalive": 5,
            "loglevel": "warning",
            "control_socket_disable": True,
            "worker_tmp_dir": str(MEMORY_DISK) if MEMORY_DISK.is_dir() else None,
            "pre_fork": lambda _server, _worker: let_go(),
        }
        super().__init__()  # type: ignore[no-untyped-call] # gunicorn is not typed

    def load_config(self) -> None:
        """Our choices over gunicorn's defaults; no file, no variable of its own is read."""
        config = self.cfg
        assert config is not None, "gunicorn makes it before it asks"
        for name, value in self.chosen.items():
            config.set(name, value)

    def load(self) -> object:
        """The application, loaded long before (``load_once``)."""
        return get_internal_wsgi_application()
