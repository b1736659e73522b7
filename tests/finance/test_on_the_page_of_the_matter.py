"""Funds sought for a supervised matter stand on its page, for who reads the register."""

from decimal import Decimal

import pytest
from django.urls import reverse

from tests.finance.conftest import Office
from tests.supervision.story import handed_over
from tests.world import AT, FOUNDED, LI_MIN, WANG_JIANPING
from zhongshu.finance import services
from zhongshu.org.models import Appointment, Duty, Post

pytestmark = pytest.mark.django_db


def test_who_reads_the_register_sees_them_there_and_nobody_else(office: Office) -> None:
    matter = handed_over(office.world).matter
    post = Post.objects.create(unit=office.organ, title="预算岗", duties=[str(Duty.KEEP_BUDGET)])
    Appointment.objects.create(person=office.people[LI_MIN], post=post, starts_on=FOUNDED)
    fund = services.enter_fund(
        actor=office.actor(LI_MIN), unit_id=office.organ.pk, project="智慧督查平台", asked_of="省财政厅",
        asked=Decimal(500000), asked_on=AT.date(), matter_id=matter.pk, at=AT,
    )  # fmt: skip
    page, here = reverse("supervision:directive", args=[matter.pk]), reverse("finance:fund", args=[fund.pk])
    seen = office.world.client(LI_MIN).get(page).content.decode()
    assert here in seen and "智慧督查平台" in seen and "等批复" in seen and "500,000.00" in seen
    assert f"，关联{matter.number}" in office.world.client(LI_MIN).get(here).content.decode()
    lead = office.world.client(WANG_JIANPING).get(page)
    assert lead.status_code == 200 and here not in lead.content.decode()
