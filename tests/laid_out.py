"""A database that ``bin/test`` has laid out once, for every process of tests to take a copy of."""

import os
import shutil

# A file of SQLite's; on PostgreSQL the name of a database. Without it every process migrates for itself.
NAME = os.environ.get("ZHONGSHU_TEST_LAID_OUT", "")


def copy_to(path: object) -> None:
    """Lay it there, if there is one."""
    if NAME:
        shutil.copyfile(NAME, str(path))
