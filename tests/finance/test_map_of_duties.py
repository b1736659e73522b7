"""The map of duties taken away: the same as on the page, and whoever could move money alone stands in it."""

from io import BytesIO

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from tests.finance.conftest import CASHIER, Office
from tests.world import AT, FOUNDED, HE_WEI, SHEN_JING
from zhongshu.finance import queries
from zhongshu.org.models import Appointment, Duty, Post

pytestmark = pytest.mark.django_db


def exported(office: Office) -> list[list[str]]:
    answer = office.client(SHEN_JING).get(reverse("finance:duties-export"))
    book = load_workbook(BytesIO(b"".join(answer.streaming_content)))
    return [[str(cell or "") for cell in row] for row in book.worksheets[0].iter_rows(values_only=True)]


def test_every_power_of_everybody_and_what_never_goes_together(seated: Office) -> None:
    rows = exported(seated)
    head = next(row for row in rows if row[0] == "姓名")
    cashier = next(row for row in rows if row[0] == CASHIER)
    assert cashier[head.index("付款")] == "√" and not cashier[head.index("记账")]
    assert any(row[:2] == ["能独自动钱的人", "没有"] for row in rows)
    assert any(row[0] == "不相容" and "会计法" in row[1] and "F-01" in row[1] for row in rows)


def test_whoever_could_move_money_alone_is_named(seated: Office) -> None:
    """What the house refuses on grant, put there behind its back: the map is reckoned from the posts, not from a promise."""
    post = Post.objects.create(unit=seated.organ, title="兼出纳", duties=[Duty.PAY])
    Appointment.objects.create(person=seated.people[HE_WEI], post=post, starts_on=FOUNDED)
    assert [one.person.name for one in queries.duty_matrix(seated.actor(SHEN_JING), AT.date()).alone] == [
        HE_WEI
    ]
    assert "能独自动钱：何伟" in seated.client(SHEN_JING).get(reverse("finance:duties")).content.decode()
    assert any(row[:2] == ["能独自动钱的人", HE_WEI] for row in exported(seated))
