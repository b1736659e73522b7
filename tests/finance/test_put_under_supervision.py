"""A large item is put under supervision: its page, the list of large items and the supervised matter show each other."""

import re
from decimal import Decimal
from html import unescape

import pytest
from django.urls import reverse

from tests.finance.conftest import REVIEWER, Office, decide, decided, sent
from tests.finance.test_hidden import sheets
from tests.supervision.pages.steps import today
from tests.supervision.story import handed_over
from tests.world import AT, CHEN_LI, HE_WEI, LI_MIN, SHEN_JING, WANG_JIANPING
from zhongshu.finance import services
from zhongshu.finance.models import Claim
from zhongshu.kernel.clock import now
from zhongshu.matters.models import Group, Link, Matter
from zhongshu.supervision.models import KIND

pytestmark = pytest.mark.django_db
LARGE = reverse("finance:large")


@pytest.fixture
def big(seated: Office) -> Claim:
    """1,200 yuan where 1,000 are large."""
    services.set_threshold(
        actor=seated.actor(CHEN_LI), organ_id=seated.organ.pk, kind="claim", amount=Decimal(1000),
        paper="澄府办〔2026〕1号", valid_from=AT.date(), at=AT,
    )  # fmt: skip
    one = sent(seated, "1200")
    decide(seated.actor(HE_WEI), one.pk, now())
    return one


def test_one_that_is_in_hand_is_named_by_its_number(seated: Office, big: Claim) -> None:
    matter = handed_over(seated.world).matter
    limin, here = seated.client(LI_MIN), reverse("finance:claim", args=[big.pk])
    door = reverse("finance:supervision", args=[big.pk])
    assert "还没有列入督办" in limin.get(here).content.decode()
    unknown = limin.post(door, {"directive_id": "没有这个号"})
    assert unknown.status_code == 422 and "没有这个编号的督办事项" in unknown.content.decode()
    assert seated.client(REVIEWER).get(door).status_code == 403, "who does not supervise is not asked"
    for once, status in (("a", 303), ("b", 409)):
        assert limin.post(door, {"directive_id": matter.number, "once": once}).status_code == status
    assert Link.objects.filter(source=matter, target=big.matter).count() == 1
    shown = limin.get(here).content.decode()
    address = reverse("supervision:directive", args=[matter.pk])
    assert address in shown and shown.count("</b> 列入督办") == 1
    watched = seated.client(SHEN_JING).get(LARGE).content.decode()
    assert address in watched and matter.number in watched and "前</span>" in watched
    assert matter.number in sheets(seated.client(SHEN_JING).get(reverse("finance:large-export")))
    seen = limin.get(address).content.decode()
    assert here in seen and big.matter.number in seen and "关联要督办的单据" in seen
    lead = seated.client(WANG_JIANPING).get(address).content.decode()
    assert big.matter.number not in lead and here not in lead, (
        "who may not know of the claim is not told which it is"
    )
    Matter.objects.filter(pk=matter.pk).update(group=Group.CLOSED, state="closed")
    ended = limin.post(door, {"directive_id": matter.number, "once": "c"})
    assert ended.status_code == 409 and "已经办结" in ended.content.decode()


def test_it_is_docketed_from_its_page_with_the_meeting_that_decided(seated: Office, big: Claim) -> None:
    decision = decided(seated, on=today())
    services.link_decision(
        actor=seated.actor(REVIEWER), matter_id=big.pk, decision_id=decision.pk, at=now()
    )  # fmt: skip
    limin, here = seated.client(LI_MIN), reverse("finance:claim", args=[big.pk])
    page = limin.get(here).content.decode()
    door = re.search(rf'href="({reverse("supervision:new")}\?about_id={big.pk}[^"]*)"', page)
    assert door is not None
    sheet = limin.get(unescape(door[1]))
    told = sheet.content.decode()
    assert 'value="党组会"' in told and f'value="{big.matter.title}"' in told and big.matter.number in told
    assert f"origin=superior&amp;about_id={big.pk}" in told, "another kind of origin keeps what it is about"
    assert limin.get(reverse("supervision:new"), {"about_id": 999999}).status_code == 404
    sent_ = {
        "origin": "meeting", "source_title": "党组会", "source_date": today().isoformat(), "handling": "docket",
        "approver_id": seated.people[HE_WEI].pk, "basis": "党组会", "urgency": "0", "importance": "0", "tasks": "1",
        "unit_id": seated.world.units["SWB-DC"].pk, "t1-title": "建成验收", "t1-lead_id": "市财政局",
        "about_id": big.pk,
    }  # fmt: skip
    assert limin.post(reverse("supervision:register"), sent_).status_code == 303
    made = Matter.objects.get(kind=KIND)
    assert made.number in limin.get(here).content.decode()
    assert reverse("supervision:directive", args=[made.pk]) in limin.get(here).content.decode()
