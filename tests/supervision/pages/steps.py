"""What the stories of the pages have in common: the minutes, and how a person presses a button."""

import re
from datetime import date, timedelta
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from tests.world import CHEN_LI, HE_WEI, LI_MIN, World

from zhongshu.kernel.clock import local_day, now
from zhongshu.supervision import services
from zhongshu.supervision.models import Directive, Intake

Page = Any


def today() -> date:
    return local_day(now())


def another_year() -> date:
    """A day that lies in another year than today does, whatever day it is."""
    return today() + timedelta(days=366)


def written(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def minutes(due: date) -> str:
    """Minutes with two duties that can be read, and one that lacks a lead."""
    return (
        f"会议议定：由市发展改革委牵头，市财政局配合，{written(due)}前完成老旧小区改造方案编制。"
        f"南湖县{written(due)}前完成三座水库除险加固。\n要研究窗口延时服务补贴办法。"
    )


def bring_in(
    world: World, text: str = "", *, title: str = "第16次专题会议纪要", again: bool = False
) -> Intake:
    actor = world.actor(LI_MIN, today())
    text = text or minutes(today() + timedelta(days=30))
    return services.bring_in(
        actor=actor,
        unit_id=world.units["SWB-DC"].pk,
        title=title,
        text=text,
        document_date=today(),
        again=again,
        at=now(),
    )


def open_one(world: World, *, lead: str = "FGW", days: int = 30, instructed: bool = False) -> Directive:
    """One matter handed out to a unit, by the service."""
    task = services.Task(
        title="完成老旧小区改造方案编制",
        requirement="由市发展改革委牵头，完成老旧小区改造方案编制。",
        lead_id=world.units[lead].pk,
        support_ids=(world.units["CZJ"].pk,) if lead != "CZJ" else (),
        due=today() + timedelta(days=days),
        source_title="第16次专题会议纪要",
        basis="《第16次专题会议纪要》",
        approver_id=world.people[HE_WEI].pk,
        instructed_by_id=world.people[CHEN_LI].pk if instructed else None,
        instruction="请抓紧。" if instructed else "",
        instructed_on=today() if instructed else None,
    )
    actor = world.actor(LI_MIN, today())
    return services.open_directive(actor=actor, unit_id=world.units["SWB-DC"].pk, task=task, at=now())


def paper(name: str = "验收单.txt", text: str = "验收合格。") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, text.encode(), content_type="text/plain")


def press(client: Client, directive: Directive, deed: str, **data: Any) -> Page:
    """Send the form of a deed."""
    return client.post(reverse(f"supervision:{deed}", args=[directive.pk]), data)


def see(client: Client, directive: Directive) -> str:
    return client.get(reverse("supervision:directive", args=[directive.pk])).content.decode()


def state(directive: Directive) -> str:
    return str(Directive.objects.select_related("matter").get(pk=directive.pk).matter.state)


def filled(html: str, since: str = 'aria-label="督办事项清单"') -> dict[str, str]:
    """What the page, from ``since`` on, would send if somebody only pressed the button: its fields, as drawn."""
    form = html[html.index(since) :]
    data: dict[str, str] = {}
    for tag in re.findall(r"<input[^>]*>", form):
        name, value = re.search(r'name="([^"]*)"', tag), re.search(r'value="([^"]*)"', tag)
        if name and 'type="checkbox"' not in tag:
            data[name[1]] = value[1] if value else ""
    for name, value in re.findall(r'<textarea[^>]*name="([^"]*)"[^>]*>\n?(.*?)</textarea>', form, re.S):
        data[name] = value
    for name, options in re.findall(r'<select[^>]*name="([^"]*)"[^>]*>(.*?)</select>', form, re.S):
        chosen = re.search(r'value="([^"]*)" selected', options) or re.search(r'value="([^"]*)"', options)
        data[name] = chosen[1] if chosen else ""
    return data
