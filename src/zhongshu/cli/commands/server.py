import click
from django.core.management import call_command, execute_from_command_line


@click.command()
def migrate() -> None:
    """把数据库升级到当前版本。"""
    call_command("migrate", interactive=False, verbosity=1)


@click.command(context_settings={"ignore_unknown_options": True})
@click.argument("args", nargs=-1, type=click.UNPROCESSED)
def django(args: tuple[str, ...]) -> None:
    """运维人员用的 Django 自带命令（说明是英文），如 zhongshu django shell。"""
    execute_from_command_line(["zhongshu", *args])
