"""What is archived and not done after all: a new matter succeeds it, its own package names the old one, which stays."""

import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import LazySettings

from tests.refusing import refused
from tests.supervision import story
from tests.world import AT, CHEN_LI, HE_WEI, LI_MIN, WANG_JIANPING, ZHOU_QIMING, World
from zhongshu.archive import queries as archive
from zhongshu.archive.models import Deposit
from zhongshu.kernel.refusals import Conflict, Forbidden, Refusal
from zhongshu.matters import queries as matters
from zhongshu.matters.models import LinkKind, Matter
from zhongshu.platform.journal import queries as journal
from zhongshu.supervision import policies, services
from zhongshu.supervision.models import Directive, State

pytestmark = pytest.mark.django_db
LATER = AT + timedelta(days=5)


@pytest.fixture(autouse=True)
def own_archive(settings: LazySettings, tmp_path: Path) -> None:
    settings.ARCHIVE_ROOT = tmp_path / "archive"


def closed(town: World, directive: Directive, *, words: str = "") -> Directive:
    story.signed_for(town, directive)
    at, wang = AT + timedelta(days=3), town.actor(WANG_JIANPING)
    files = (story.proof(wang, at=at, words=words or "验收合格，共3项。"),)
    services.complete(
        actor=wang, directive_id=directive.pk, feedback=words or "已办结。", at=at, files=files,
        signed_by_id=town.people[ZHOU_QIMING].pk,
    )  # fmt: skip
    asked = {"actor": town.actor(LI_MIN), "directive_id": directive.pk, "at": LATER}
    services.accept(opinion="", explanation="已核实", **asked)
    services.answer_leader(answer="已办结。", **asked)
    services.close_out(**asked)
    return Directive.objects.select_related("matter").get(pk=directive.pk)


def package(deposit: Deposit) -> dict[str, bytes]:
    root = archive.place_of(deposit)
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in _files(root)}


def _files(root: Path) -> Iterator[Path]:
    yield from (path for path in sorted(root.rglob("*")) if path.is_file())


def test_the_old_package_stays_and_the_new_one_names_it(world: World) -> None:
    old = closed(world, story.instructed(world))
    before = package(old.matter.deposit)
    again = services.take_up_again(
        actor=world.actor(LI_MIN), directive_id=old.pk, reason="群众反映未完工", at=LATER
    )
    assert (again.state, again.matter.number != old.matter.number) == (State.REGISTERED, True)
    assert [how for how, _m in matters.threads(world.actor(LI_MIN), again.matter)] == [
        LinkKind.SUCCEEDS.label
    ]
    services.docket(
        actor=world.actor(LI_MIN), directive_id=again.pk, lead_id=world.units["FGW"].pk, approver_id=world.people[HE_WEI].pk,
        basis="复查", at=LATER,
    )  # fmt: skip
    done = closed(world, again, words="补做完成，另附新的验收材料与现场影像，逐项销号。")
    told = json.loads(package(done.matter.deposit)["metadata.json"])
    assert old.matter.deposit.code in json.dumps(told, ensure_ascii=False)
    assert old.matter.deposit.manifest_sm3 in json.dumps(told, ensure_ascii=False)
    assert package(Deposit.objects.get(pk=old.pk)) == before
    verbs = [one.verb for one in journal.timeline(old.matter.stream)]
    assert verbs[:2] == ["supervision.succeeded_by", "supervision.taken_up_again"]
    assert journal.first_break() is None


def test_it_is_taken_up_once_at_a_time_by_the_supervisors_with_a_reason(world: World) -> None:
    old = closed(world, story.instructed(world))
    asked = {"directive_id": old.pk, "at": LATER}
    for name in (WANG_JIANPING, CHEN_LI):
        with refused("not_a_supervisor", Forbidden):
            services.take_up_again(actor=world.actor(name), reason="不实", **asked)
    li_min = world.actor(LI_MIN)
    with pytest.raises(Refusal) as caught:
        services.take_up_again(actor=li_min, reason=" ", **asked)
    assert caught.value.code == "no_reason"
    assert "take_up_again" in policies.offered(li_min, old)
    services.take_up_again(actor=li_min, reason="不实", **asked)
    assert "take_up_again" not in policies.offered(li_min, old)
    with refused("taken_up_already", Conflict):
        services.take_up_again(actor=li_min, reason="不实", **asked)
    assert Matter.objects.count() == 2


def test_whoever_takes_it_up_goes_on_to_the_new_one(world: World) -> None:
    old, limin = closed(world, story.instructed(world)), world.client(LI_MIN)
    sent = limin.post(f"/supervision/{old.pk}/taking-up/", {"reason": "群众反映未完工。"})
    again = Matter.objects.latest("pk")
    assert (sent.status_code, sent.headers["Location"]) == (303, f"/supervision/{again.pk}/")
    assert "立项交办" in limin.get(f"/supervision/{again.pk}/").content.decode()


def test_what_is_only_completed_is_reopened_itself(world: World) -> None:
    directive = story.completed(world, story.signed_for(world, story.instructed(world)))
    with refused("not_in_this_state", Conflict):
        services.take_up_again(actor=world.actor(LI_MIN), directive_id=directive.pk, reason="不实", at=LATER)
