"""From SQLite to a real PostgreSQL, and PostgreSQL's own dump put back: nothing lost, the journal still chained."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import LazySettings, settings
from django.db import connection
from tests.supervision.story import completed, handed_over, signed_for
from tests.world import AT, World

from zhongshu.platform.journal import services as journal
from zhongshu.platform.journal.models import Entry

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow, pytest.mark.of_sqlite]
ROOT = Path(__file__).parents[2]
KEEP_UP = """. bin/lib.sh; . bin/postgres.sh
has_postgres || { echo none; exit; }
venv=$(dirname "$(dirname "$PYTHON")"); start_postgres "$1" || exit 1
echo "$postgres_url"; read -r _end; stop_postgres"""


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[str]:
    """The address of a server of our own, without its database; skipped where PostgreSQL is not installed."""
    keeper = subprocess.Popen(
        ["bash", "-c", KEEP_UP, "bash", str(tmp_path)], cwd=ROOT, env={**os.environ, "PYTHON": sys.executable},
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert keeper.stdin
    assert keeper.stdout
    url = keeper.stdout.readline().strip()
    if url == "none":
        pytest.skip("PostgreSQL is not installed (Debian: apt-get install postgresql)")
    yield url.removesuffix("/postgres")
    keeper.stdin.write("end\n")
    keeper.stdin.close()
    keeper.wait(60)


@pytest.fixture
def office(world: World, settings: LazySettings, tmp_path: Path) -> Path:
    """The home of an office on SQLite with a matter that went through hands, evidence and a seal."""
    if connection.vendor != "sqlite":
        pytest.skip("moves away from SQLite")
    home = tmp_path / "home"
    settings.HOME, settings.FILES_ROOT, settings.ARCHIVE_ROOT = home, home / "files", home / "archive"
    settings.JOURNAL_SEAL_KEY = str(home / "seal.key")
    completed(world, signed_for(world, handed_over(world)))
    handed_over(world, title="修订防汛抢险应急预案", requirement="修订防汛抢险应急预案。")
    journal.seal(at=AT)
    return home


def run(home: Path, *words: str, **more: str) -> subprocess.CompletedProcess[str]:
    """``zhongshu WORDS`` in a process of its own."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("ZHONGSHU_")}
    here = f"sqlite:///{connection.settings_dict['NAME']}"
    env = {**kept, "ZHONGSHU_HOME": str(home), "ZHONGSHU_DATABASE_URL": here, "PYTHONPATH": "src", "PYTHONUTF8": "1",
           "ZHONGSHU_SECRET_KEY": settings.SECRET_KEY, **more}  # fmt: skip
    return subprocess.run(
        [sys.executable, "-m", "zhongshu", *words],
        env=env,
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )


def psql_tool(name: str) -> str:
    """A tool of PostgreSQL, on the path or where Debian keeps it."""
    places = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"))
    found = shutil.which(name) or (str(places[-1]) if places else "")
    return found or pytest.skip(f"{name} is not installed (Debian: apt-get install postgresql-client)")


def moved(office: Path, cluster: str) -> str:
    """The address of the database to which the office has moved."""
    target = f"{cluster}/postgres"
    told = run(office, "move", ZHONGSHU_MOVE_TO=target)
    assert told.returncode == 0, told.stdout + told.stderr
    assert "两边一致" in told.stdout
    return target


def test_the_office_moves_whole_can_be_dumped_and_goes_on(office: Path, cluster: str, tmp_path: Path) -> None:
    """After one move, for every move lays a database out anew."""
    target = moved(office, cluster)
    _everything_is_there_and_the_journal_stays_chained(office, target)
    _the_dump_is_put_back_as_the_operators_page_says(office, target, tmp_path)
    _new_rows_get_new_ids(office, target)


def _everything_is_there_and_the_journal_stays_chained(office: Path, target: str) -> None:
    there = {"ZHONGSHU_DATABASE_URL": target}
    assert "留痕完整" in run(office, "journal", "verify", **there).stdout
    assert run(office, "numbers", "check", **there).returncode == 0
    found = run(office, "matters", "list", "--as", "limin", "--text", "防汛", **there)
    assert "修订防汛抢险应急预案" in found.stdout, found.stderr
    last = Entry.objects.order_by("-pk").first()
    assert last is not None
    sql = "SELECT encode(hash, 'hex') FROM journal_entry ORDER BY id DESC LIMIT 1"
    planned = "SELECT count(*) FROM pg_stat_user_tables WHERE last_analyze IS NOT NULL AND n_live_tup > 0"
    counted = subprocess.run(
        [psql_tool("psql"), "-Atc", planned, target], capture_output=True, text=True, check=True
    )
    assert int(counted.stdout) > 10, "plans are made from what was counted after the move"
    shown = subprocess.run(
        [psql_tool("psql"), "-Atc", sql, target], capture_output=True, text=True, check=True
    )
    assert shown.stdout.strip() == bytes(last.hash).hex()
    again = run(office, "move", ZHONGSHU_MOVE_TO=target)
    assert again.returncode != 0
    assert "已经有数据" in again.stderr


def _the_dump_is_put_back_as_the_operators_page_says(office: Path, target: str, tmp_path: Path) -> None:
    there, cluster = {"ZHONGSHU_DATABASE_URL": target}, target.removesuffix("/postgres")
    psql_tool("pg_dump")
    folder = tmp_path / "backup"
    path = os.pathsep.join([str(Path(psql_tool("pg_dump")).parent), os.environ["PATH"]])
    saved = run(office, "backup", str(folder), **there, PATH=path)
    assert saved.returncode == 0, saved.stdout + saved.stderr
    subprocess.run([psql_tool("psql"), "-c", "CREATE DATABASE again TEMPLATE template0", f"{cluster}/postgres"],
                   check=True, capture_output=True)  # fmt: skip
    restoring = [
        psql_tool("pg_restore"),
        "--no-owner",
        f"--dbname={cluster}/again",
        str(folder / "zhongshu.dump"),
    ]
    subprocess.run(restoring, check=True, capture_output=True)
    new = tmp_path / "new"
    again = {"ZHONGSHU_DATABASE_URL": f"{cluster}/again"}
    files = run(new, "restore", "--files-only", str(folder), **again)
    assert files.returncode == 0, files.stdout + files.stderr
    assert "留痕完整" in run(new, "journal", "verify", **again).stdout
    assert run(new, "files", "verify", **again).returncode == 0


def _new_rows_get_new_ids(office: Path, target: str) -> None:
    there = {"ZHONGSHU_DATABASE_URL": target, "ZHONGSHU_NEW_PASSWORD": "澄江-summer-rain-42"}
    opened = run(office, "account", "create", "xinren", **there)
    assert opened.returncode == 0, opened.stderr
    assert "留痕完整" in run(office, "journal", "verify", **there).stdout


def test_a_journal_that_was_changed_does_not_move(office: Path, cluster: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'journal_entry'"
        )
        guards = cursor.fetchall()
        for name, _sql in guards:
            cursor.execute(f"DROP TRIGGER {name}")
        cursor.execute(
            "UPDATE journal_entry SET actor_name = '别人' WHERE id = (SELECT min(id) FROM journal_entry)"
        )
        for _name, sql in guards:
            cursor.execute(sql)
    told = run(office, "move", ZHONGSHU_MOVE_TO=f"{cluster}/postgres")
    assert told.returncode != 0
    assert "留痕不相符" in told.stderr


def test_without_a_target_it_says_what_to_set(office: Path) -> None:
    told = run(office, "move")
    assert told.returncode != 0
    assert "ZHONGSHU_MOVE_TO" in told.stderr
