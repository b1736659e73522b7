"""The rule of hidden fields is one: for one paper in memory, for many by queries, and as a condition of a search."""

import random
from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse

from tests.approvals.office import HIRED, LIU_QING, QIN_LAN, Office
from tests.world import CHEN_LI, HE_WEI, LI_MIN, SUN_YAO, World
from zhongshu.approvals import knowing, queries, services
from zhongshu.approvals.models import Approval
from zhongshu.archive import queries as archive
from zhongshu.kernel.actors import SYSTEM
from zhongshu.kernel.refusals import Refusal
from zhongshu.matters.models import Matter
from zhongshu.org.models import Duty, StandIn

pytestmark = pytest.mark.django_db
CODES = ("subject", "amount", "note")
READERS = (*HIRED, LI_MIN, HE_WEI, CHEN_LI, SUN_YAO)


@pytest.fixture
def office(world: World) -> Office:
    made = Office(world)
    day = made.at.date()
    StandIn.objects.create(
        absent=made.people[HE_WEI], stand_in=made.people[QIN_LAN], starts_on=day, ends_on=day + timedelta(days=99)
    )  # fmt: skip
    post = made.people[LIU_QING].appointments.get().post
    post.duties = [Duty.AUDIT.value]
    post.save()
    return made


def stages(office: Office, dice: random.Random) -> list[dict[str, Any]]:
    rights = [{code: "hide" for code in CODES if dice.random() < 0.5} for _ in range(3)]
    people = [dice.sample(READERS[:-1], k=dice.randint(1, 2)) for _ in range(3)]
    return [
        office.stage(code, *names, rights=hides, how="any", on_repeat="skip", on_self="skip")
        for code, names, hides in zip("abc", people, rights, strict=True)
    ]


def some_acts(office: Office, paper: Approval, dice: random.Random) -> None:
    for _ in range(dice.randint(0, 5)):
        asked = sorted(office.asked(paper))
        if not asked:
            return
        name = dice.choice(asked)
        try:
            if dice.random() < 0.3:
                office.give_back(paper, name, "submit", straight=dice.random() < 0.5)
            elif name == LI_MIN:
                office.act("hand_in_again", name, paper, values={"subject": "印发", "amount": "9"})
            else:
                office.agree(paper, name)
        except Refusal:
            return


@pytest.mark.parametrize("seed", range(3))
def test_one_rule_in_three_spellings(office: Office, seed: int) -> None:
    dice = random.Random(seed)
    papers = []
    for _ in range(6):
        try:
            papers.append(office.paper(*stages(office, dice)))
        except Refusal:
            continue
        some_acts(office, papers[-1], dice)
    everybody = [office.actor(name) for name in READERS] + [office.actor(QIN_LAN, HE_WEI), SYSTEM]
    ids = [one.pk for one in papers]
    for actor in everybody:
        wanted = {one.pk: knowing.hidden_from(actor, office.walk(one)) for one in papers}
        assert queries.hidden_among(actor, ids) == {pk: codes for pk, codes in wanted.items() if codes}
        for code in CODES:
            told = Matter.objects.filter(queries.readable(actor, [code], ["request"]), pk__in=ids)
            assert {one.pk for one in told} == {pk for pk, codes in wanted.items() if code not in codes}


def test_a_filed_paper_is_not_carried_away_whole_by_who_may_not_read_all_of_it(
    office: Office, settings: Any, tmp_path: Any
) -> None:
    settings.ARCHIVE_ROOT = tmp_path
    organ = office.world.units["SWB"]
    organ.fonds_code = "Z001"
    organ.save()
    stage = office.stage("a", HE_WEI, rights={"note": "hide"})
    paper = office.paper(stage, values={"note": "不宜外传"})
    office.agree(paper, HE_WEI)
    services.deposit(actor=SYSTEM, matter_id=paper.pk, at=office.later(hours=1))
    url = reverse("archive:package", args=[archive.get(SYSTEM, paper.pk).pk])
    refused = office.world.client(HE_WEI).get(url)
    assert refused.status_code == 403 and "不向您显示的栏目" in refused.content.decode()
    whole = office.world.client(LI_MIN).get(url)
    assert whole.status_code == 200 and b"".join(whole.streaming_content)  # type: ignore[attr-defined]


def test_who_was_sent_a_copy_reads_what_no_stage_hides(office: Office) -> None:
    paper = office.paper(
        office.stage("a", CHEN_LI, rights={"note": "hide"}), values={"amount": "88", "note": "不宜外传"}
    )
    office.act("copy", LI_MIN, paper, person_ids=[office.pk(HE_WEI)])
    shown = office.world.client(HE_WEI).get(reverse("approvals:approval", args=[paper.pk])).content.decode()
    assert "88.00 元" in shown and "不宜外传" not in shown
