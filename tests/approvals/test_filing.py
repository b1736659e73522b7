"""A concluded paper in the archive: what its package holds, checked without the program, once and never twice."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.approvals.conftest import later, submitted
from tests.refusing import refused
from tests.world import CHEN_LI, HE_WEI, LI_MIN, World
from zhongshu.approvals import services
from zhongshu.approvals.models import Approval
from zhongshu.archive import queries as archive
from zhongshu.archive.models import Deposit
from zhongshu.kernel.actors import SYSTEM
from zhongshu.kernel.refusals import Conflict, Forbidden
from zhongshu.platform.jobs.models import JobRun
from zhongshu.platform.journal import queries as journal

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("seal_route", "fonds")]


@pytest.fixture
def fonds(world: World, settings: Any, tmp_path: Path) -> None:
    settings.FILES_ROOT, settings.ARCHIVE_ROOT = tmp_path / "files", tmp_path / "archive"
    organ = world.units["SWB"]
    organ.fonds_code = "Z001"
    organ.save()


def concluded(world: World) -> Approval:
    paper = submitted(world)
    services.agree(actor=world.actor(HE_WEI), matter_id=paper.pk, opinion="拟同意", at=later(1))
    return services.agree(actor=world.actor(CHEN_LI), matter_id=paper.pk, at=later(2))


def filed(paper: Approval) -> Deposit:
    services.file_away(matter_id=paper.pk, at=later(3))
    return Deposit.objects.get(pk=paper.pk)


def test_the_package_has_sheet_form_opinions_and_journal_and_is_sound_without_us(world: World) -> None:
    folder = archive.place_of(filed(concluded(world)))
    names = sorted(path.name for path in (folder / "files").iterdir())
    assert names[0].startswith("001_审批单") and names[1] == "002_approval.json"
    told = json.loads((folder / "files" / names[1]).read_text())
    assert told["form"][0] == {"code": "subject", "label": "用印事由", "value": "印发通报"}
    assert [(one["person"], one["opinion"]) for one in told["parts"]] == [(HE_WEI, "拟同意"), (CHEN_LI, "")]
    about = json.loads((folder / "metadata.json").read_text())
    assert about["described"]["route_version"] == 1 and about["journal"]["entries"] == 3
    run = subprocess.run([sys.executable, "-I", "-S", str(folder / "check.py")], capture_output=True)
    assert run.returncode == 0


def test_it_is_asked_for_at_the_end_and_not_before(world: World) -> None:
    paper = submitted(world)
    services.file_away(matter_id=paper.pk, at=later(1))
    assert not JobRun.objects.exists() and not Deposit.objects.exists()
    services.refuse(actor=world.actor(HE_WEI), matter_id=paper.pk, opinion="不印", at=later(2))
    assert JobRun.objects.get().args == {"matter_id": paper.pk}


def test_filed_once_however_often_it_is_asked(world: World) -> None:
    paper = concluded(world)
    first = filed(paper)
    services.file_away(matter_id=paper.pk, at=later(4))
    assert Deposit.objects.get() == first and services.ask_for_deposits(at=later(5)) == 0
    with refused("already_deposited", Conflict, match="已经归档"):
        services.deposit(actor=SYSTEM, matter_id=paper.pk, at=later(5))


def test_closed_when_it_was_decided_and_archived_when_it_was_filed(world: World) -> None:
    paper = concluded(world)
    filed(paper)
    matter = Approval.objects.get(pk=paper.pk).matter
    assert (matter.closed_at, matter.archived_at) == (later(2), later(3))
    newest = journal.timeline(matter.stream)[0]
    assert (newest.verb, newest.facts["code"]) == ("approvals.archived", matter.deposit.code)


def test_what_was_made_void_is_not_filed(world: World) -> None:
    paper = submitted(world)
    services.void(actor=world.actor(LI_MIN), matter_id=paper.pk, reason="不办了", at=later(1))
    services.file_away(matter_id=paper.pk, at=later(2))
    assert not Deposit.objects.exists() and not JobRun.objects.exists()
    with refused("matter_is_open", match="还没有办结"):
        services.deposit(actor=SYSTEM, matter_id=paper.pk, at=later(2))


def test_an_organ_without_fonds_number_is_made_up_for_when_it_has_one(world: World) -> None:
    organ = world.units["SWB"]
    organ.fonds_code = ""
    organ.save()
    paper = concluded(world)
    assert paper.status == "approved" and services.ask_for_deposits(at=later(3)) == 0
    with refused("organ_without_fonds", match="全宗号"):
        services.file_away(matter_id=paper.pk, at=later(3))
    organ.fonds_code = "Z001"
    organ.save()
    assert services.ask_for_deposits(at=later(4)) == 1


def test_only_the_house_and_the_archivist_file(world: World) -> None:
    paper = concluded(world)
    with refused("keeps_no_archive", Forbidden):
        services.deposit(actor=world.actor(LI_MIN), matter_id=paper.pk, at=later(3))


@pytest.mark.parametrize(
    ("kind", "period"), [({}, "D10"), ({"request": "D30"}, "D30"), ({"claim": "Y"}, "D10")]
)
def test_retention_is_a_setting(world: World, settings: Any, kind: dict[str, str], period: str) -> None:
    settings.RULES = {**settings.RULES, "A-03.retention_of_kind": kind}
    assert filed(concluded(world)).retention == period
