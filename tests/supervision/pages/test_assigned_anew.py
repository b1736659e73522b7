"""Whoever assigns a matter anew reads why the unit it was given to said no."""

import pytest
from django.urls import reverse
from tests.supervision.pages.steps import open_one, press, see
from tests.world import LI_MIN, WANG_JIANPING, World

pytestmark = pytest.mark.django_db


def test_the_reason_of_the_objection_stands_beside_the_form_and_on_the_page(world: World) -> None:
    directive = open_one(world)
    why = "资金由市财政局管理，应由市财政局牵头。"
    press(world.client(WANG_JIANPING), directive, "objection", reason=why)
    clerk, told = world.client(LI_MIN), f"{why}（{WANG_JIANPING}提出）"
    form = clerk.get(reverse("supervision:dispatch", args=[directive.pk])).content.decode()
    assert "提出异议，等督查部门重新交办" in form and told in form
    assert told in see(clerk, directive)
    sent = press(
        clerk, directive, "dispatch", lead_id="市财政局", due=directive.matter.current_due.isoformat()
    )
    assert sent.status_code == 303
    assert told not in see(clerk, directive), "it waits for nobody's decision any more"
