import click

from zhongshu.kernel.clock import now
from zhongshu.platform.jobs import queries, services


@click.group()
def jobs() -> None:
    """后台任务。"""


@jobs.command()
def tick() -> None:
    """Begin what is due, once: for a queue without a clock of its own (call it every minute)."""
    for name in services.tick(at=now()):
        click.echo(name)


@jobs.command("list")
def list_() -> None:
    """The recurring jobs: when each is due, and how its latest run ended."""
    for title, _name, turn, run in queries.recurring():
        due = turn.next_at.isoformat(timespec="minutes") if turn else "—"
        click.echo(f"{title}\t{due}\t{run.get_state_display() if run else '—'}")


@jobs.command("back-up")
def back_up() -> None:
    """Copy the database now."""
    click.echo(services.back_up(at=now()))
