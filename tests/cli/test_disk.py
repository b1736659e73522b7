"""A home that cannot be written to: one sentence that says what to do, no traceback."""

import errno
import os
import subprocess
import sys

import pytest
from django.db import OperationalError

from zhongshu.cli.main import DISK, of_the_disk


def test_a_home_that_cannot_be_made_is_told_in_one_sentence() -> None:
    """Below ``/sys`` nobody, root neither, makes a folder."""
    home = {**os.environ, "ZHONGSHU_HOME": "/sys/zhongshu"}
    done = subprocess.run(
        [sys.executable, "-m", "zhongshu", "migrate"],
        env=home,
        capture_output=True,
        text=True,
        check=False,
    )
    assert "Traceback" not in done.stderr
    assert (done.returncode, len(done.stderr.strip().splitlines())) == (DISK, 1)
    assert "/sys/zhongshu" in done.stderr and "ZHONGSHU_HOME" in done.stderr


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (OSError(errno.ENOSPC, "No space left on device", "/srv/zhongshu/files/a"), "磁盘已满"),
        (OperationalError("database or disk is full"), "磁盘已满"),
        (OperationalError("disk I/O error"), "读写出错"),
        (OSError(errno.EROFS, "Read-only file system", "/srv/zhongshu"), "磁盘是只读的：/srv/zhongshu"),
        (OperationalError("attempt to write a readonly database"), "没有写入权限"),
    ],
)
def test_the_disk_says_what_to_do(error: Exception, said: str) -> None:
    assert said in of_the_disk(error) and "再运行一次" in of_the_disk(error)


def test_other_trouble_stays_what_it_is() -> None:
    assert of_the_disk(OperationalError("no such table: matter")) == ""
