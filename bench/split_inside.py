"""The page that splits minutes of a hundred duties, each looked up among what is open when it is opened (D-04)."""

from itertools import islice
from typing import Any

from django.db import connection
from django.test import Client

from bench import dataset, load
from bench.inside import each
from bench.sql_alone import Caught, in_own_words
from zhongshu.kernel.clock import local_day, now
from zhongshu.matters.models import Group, Matter
from zhongshu.matters.services.open import searchable
from zhongshu.org import queries as org
from zhongshu.org.models import Person
from zhongshu.platform.search import services as search
from zhongshu.supervision import queries
from zhongshu.supervision.models import Finding, Intake, Origin

DUTIES, NEWEST = 100, 5000


def split(count: int) -> dict[str, Any]:
    """The page with a hundred duties, with ten and with none, then the looking up alone: together, and one by one.

    Nine duties in ten are worded like an open matter of D(``count``), and of one unit with it.
    """
    newest = islice(dataset.tasks(count), max(0, count - NEWEST), None)
    told = [(task.id, searchable(Matter(title=task.title, body=task.body))) for task in newest]
    search.index_many(told)
    some = list(Matter.objects.filter(group=Group.OPEN).order_by("-pk")[: DUTIES * 7 : 7])
    client, key = Client(headers={"host": "127.0.0.1"}), load.session(load.SUPERVISOR)
    client.cookies["sessionid"] = key
    pages = {}
    for duties in (0, 10, DUTIES):
        address = f"/supervision/intakes/{_intake(some[:duties]).pk}/"
        client.get(address)
        caught = Caught()
        with connection.execute_wrapper(caught):
            answer = client.get(address)
        assert answer.status_code == 200, answer.status_code
        pages[f"{duties} duties"] = {
            "page_ms": each(lambda: client.get(address), 3),  # noqa: B023  carried out before the next turn
            "statements": len(in_own_words(caught.statements)),
            "alike": answer.content.decode().count("可能和在办事项重复"),
        }
    return {**pages, **_alone(some)}


def _alone(some: list[Matter]) -> dict[str, Any]:
    actor = org.actor_of(Person.objects.get(pk=load.SUPERVISOR), local_day(now()))
    sought = [queries.Sought(_title(one), one.lead_unit_id, one.current_due) for one in some]
    together = each(lambda: queries.similar(actor, load.ORGAN, sought), 3)
    one_by_one = each(lambda: [queries.similar(actor, load.ORGAN, [one]) for one in sought], 3)
    return {"looked_up_together_ms": together, "one_by_one_ms": one_by_one}


def _intake(some: list[Matter]) -> Intake:
    text = "".join(f"{_title(one)}。\n" for one in some) or "会议听取了汇报。"
    intake = Intake.objects.create(
        organ_id=load.ORGAN, title="第1次常务会议纪要", origin=Origin.MEETING, text=text,
        brought_by_id=load.SUPERVISOR, at=now(),
    )  # fmt: skip
    start = 0
    for order, one in enumerate(some):
        end = start + len(_title(one))
        Finding.objects.create(
            intake=intake, order=order, start=start, end=end, action=_title(one), due=one.current_due,
            lead_id=one.lead_unit_id, reading={},
        )  # fmt: skip
        start = end + 2
    return intake


def _title(matter: Matter) -> str:
    """As the minutes of the next meeting would word it again; every tenth is about something else."""
    return "清理实有资金账户" if matter.pk % 10 == 0 else f"抓紧{matter.title}"
