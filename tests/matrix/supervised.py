"""Matters, papers and imports of supervision, as far as an address needs them, and who knows of them."""

from datetime import timedelta
from io import BytesIO

from django.conf import settings
from django.test import override_settings
from tests.matrix.matrix import Arguments
from tests.supervision.pages.steps import bring_in, open_one, paper, press, today
from tests.world import (
    CHEN_LI,
    HE_WEI,
    LI_MIN,
    SHEN_JING,
    WANG_JIANPING,
    WU_XIAOFANG,
    ZHENG_GUODONG,
    ZHOU_QIMING,
    World,
)  # fmt: skip

from zhongshu.kernel.actors import SYSTEM
from zhongshu.kernel.clock import local_day, now
from zhongshu.matters.models import Attachment
from zhongshu.platform.files import services as files
from zhongshu.supervision import services
from zhongshu.supervision.models import Directive, Paper
from zhongshu.supervision.queries import Filter

SECTION = (LI_MIN, HE_WEI)
LEAD = (WANG_JIANPING, ZHOU_QIMING)
SUPPORT = (WU_XIAOFANG, ZHENG_GUODONG)
OVERSEEING = (*SECTION, CHEN_LI, SHEN_JING, ZHOU_QIMING, ZHENG_GUODONG)
KNOWING = (*SECTION, CHEN_LI, SHEN_JING, *LEAD, *SUPPORT)


def handed_out(world: World) -> Arguments:
    return {"directive_id": open_one(world).pk}


def undertaken(world: World) -> Arguments:
    directive = open_one(world)
    press(world.client(WANG_JIANPING), directive, "signature")
    return {"directive_id": directive.pk}


def with_a_file(world: World) -> Arguments:
    directive = open_one(world)
    press(world.client(WANG_JIANPING), directive, "signature")
    press(world.client(WANG_JIANPING), directive, "progress", text="已摸底。", files=paper())
    return {"directive_id": directive.pk, "attachment_id": Attachment.objects.latest("pk").pk}


def with_a_slip(world: World) -> Arguments:
    directive = open_one(world)
    press(world.client(LI_MIN), directive, "slip", weight="3", text="请抓紧。")
    return {"directive_id": directive.pk}


def reviewed(world: World) -> Arguments:
    directive = open_one(world)
    wang = world.client(WANG_JIANPING)
    press(wang, directive, "signature")
    press(wang, directive, "completion", feedback="已办结。", files=paper(),
          signed_by_id=world.people[ZHOU_QIMING].pk)  # fmt: skip
    return {"directive_id": directive.pk}


def completed(world: World) -> Arguments:
    directive = open_one(world, instructed=True)
    wang = world.client(WANG_JIANPING)
    press(wang, directive, "signature")
    press(wang, directive, "completion", feedback="已办结。", files=paper(),
          signed_by_id=world.people[ZHOU_QIMING].pk)  # fmt: skip
    press(world.client(LI_MIN), directive, "verification", verdict="accept")
    return {"directive_id": directive.pk}


def drawn_for_recheck(world: World) -> Arguments:
    told = completed(world)
    press(world.client(LI_MIN), Directive.objects.get(pk=told["directive_id"]), "answer", answer="已办结。")
    press(world.client(LI_MIN), Directive.objects.get(pk=told["directive_id"]), "closure")
    with override_settings(RULES={**settings.RULES, "D-25.recheck_percent": 100}):
        services.sample(actor=SYSTEM, at=now() + timedelta(days=90))
    return told


def objected(world: World) -> Arguments:
    directive = open_one(world)
    press(world.client(WANG_JIANPING), directive, "objection", reason="不归我委牵头。")
    return {"directive_id": directive.pk}


def extension_asked(world: World) -> Arguments:
    directive = open_one(world)
    press(world.client(WANG_JIANPING), directive, "signature")
    press(world.client(WANG_JIANPING), directive, "extension", new_due="2099-01-05", reason="等批复。")
    return {"directive_id": directive.pk}


def suspension_asked(world: World) -> Arguments:
    directive = open_one(world)
    press(world.client(WANG_JIANPING), directive, "signature")
    review_on = (now() + timedelta(days=60)).date().isoformat()
    press(world.client(WANG_JIANPING), directive, "suspension", reason="等批复。", review_on=review_on)
    return {"directive_id": directive.pk}


def suspended(world: World) -> Arguments:
    arguments = suspension_asked(world)
    directive = Directive.objects.get(pk=arguments["directive_id"])
    press(world.client(HE_WEI), directive, "suspension-decision", verdict="grant")
    return arguments


def archived(world: World) -> Arguments:
    arguments = completed(world)
    for deed, words in (("answer", {"answer": "已办结。"}), ("closure", {})):
        press(world.client(LI_MIN), Directive.objects.get(pk=arguments["directive_id"]), deed, **words)
    return arguments


def instructed(world: World) -> Arguments:
    """Registered by an instruction: known to the section and to those who see the whole organ."""
    directive = open_one(world)
    press(world.client(CHEN_LI), directive, "instruction", text="请财政局落实资金。",
          instruction_class="order", supervise="on")  # fmt: skip
    return {"directive_id": Directive.objects.latest("pk").pk}


def drafted(world: World) -> Arguments:
    about = {"directive_id": open_one(world).pk, "kind": "notice", "at": now()}
    return {"paper_id": services.draft_paper(actor=world.actor(LI_MIN), **about).pk}


def issued(world: World) -> Arguments:
    told = drafted(world)
    services.issue_paper(actor=world.actor(LI_MIN), at=now(), **told)
    return told


def overview(world: World) -> Arguments:
    """A paper over the ledger that went out where there is no fonds number yet."""
    open_one(world)
    world.units["SWB"].fonds_code = ""
    world.units["SWB"].save()
    told = {"unit_id": world.units["SWB-DC"].pk, "kind": "report", "narrowed": Filter(), "said": "在办"}
    paper = services.draft_overview(actor=world.actor(LI_MIN), at=now(), **told)
    return {"paper_id": services.issue_paper(actor=world.actor(LI_MIN), paper_id=paper.pk, at=now()).pk}


def its_matter(world: World) -> Arguments:
    return {"matter_id": Paper.objects.get(**{"pk": overview(world)["paper_id"]}).filed_id}


def given_up(world: World) -> Arguments:
    told = drafted(world)
    services.discard_paper(actor=world.actor(LI_MIN), at=now(), **told)
    return told


def its_first_page(world: World) -> Arguments:
    return {**issued(world), "number": 1}


def its_pdf(world: World) -> Arguments:
    return {**issued(world), "form": "pdf"}


def overviewed(world: World) -> Arguments:
    open_one(world)
    return {}


def brought_in(world: World) -> Arguments:
    return {"intake_id": bring_in(world).pk}


def ledger_brought(world: World) -> Arguments:
    """A ledger understood, on nobody's approval yet: it cannot begin."""
    sheet = "事项,责任单位,时限\n改造老旧小区,市教育局,2026年12月底\n".encode()
    actor = world.actor(LI_MIN, local_day(now()))
    file = files.store(actor=actor, stream=BytesIO(sheet), name="台账.csv", at=now())
    unit = world.units["SWB-DC"].pk
    return {"import_id": services.bring_ledger(actor=actor, unit_id=unit, file=file, at=now()).pk}


def its_first_finding(world: World) -> Arguments:
    intake = bring_in(world)
    finding = intake.findings.first()
    assert finding is not None
    return {"intake_id": intake.pk, "finding_id": finding.pk}


def one_learnt(world: World) -> Arguments:
    intake = bring_in(world)
    told = {"intake_id": intake.pk, "unit_id": world.units["FGW"].pk, "name": "改革办"}
    return {"alias_id": services.learn_alias(actor=world.actor(LI_MIN, today()), at=now(), **told).pk}


def one_named(world: World) -> Arguments:
    told = {"name": "逾期", "query": "late=1", "unit_id": world.units["SWB-DC"].pk}
    return {"filter_id": services.save_filter(actor=world.actor(LI_MIN, today()), at=now(), **told).pk}


def chain_kept(world: World) -> Arguments:
    steps = [services.Step(title=title, role="lead", working_days=2) for title in ("起草", "报审")]
    told = {"name": "规范性文件", "steps": steps, "unit_id": world.units["SWB-DC"].pk}
    return {"chain_id": services.keep_chain(actor=world.actor(LI_MIN, today()), at=now(), **told).pk}
