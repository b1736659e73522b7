"""Supervision: the section brings in, follows up and verifies; the lead unit carries out; others are not in the know."""

from datetime import timedelta
from io import BytesIO

from django.conf import settings
from django.test import override_settings
from tests.matrix.matrix import Answer, Arguments, Row
from tests.supervision.pages.steps import bring_in, open_one, paper, press, today
from tests.world import (
    ADMINISTRATORS,
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
from zhongshu.supervision.deeds import DEEDS
from zhongshu.supervision.models import Directive, Paper
from zhongshu.supervision.queries import Filter

# ── who stands where ──────────────────────────────────────────────────────────────────────────────────
SECTION = (LI_MIN, HE_WEI)
LEAD = (WANG_JIANPING, ZHOU_QIMING)
SUPPORT = (WU_XIAOFANG, ZHENG_GUODONG)
OVERSEEING = (*SECTION, CHEN_LI, SHEN_JING, ZHOU_QIMING, ZHENG_GUODONG)
KNOWING = (*SECTION, CHEN_LI, SHEN_JING, *LEAD, *SUPPORT)


def answers(ok: tuple[str, ...], answer: Answer = 200) -> dict[str, Answer]:
    """403 for whoever knows of the matter, ``answer`` for those whose step it is."""
    return {**dict.fromkeys(KNOWING, 403), **dict.fromkeys(ok, answer)}


# ── what the addresses are about ──────────────────────────────────────────────────────────────────────


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


# ── the deeds: whose step each is, in the state where it is lawful ────────────────────────────────────
STEPS = {
    "signature": (handed_out, LEAD),
    "objection": (handed_out, LEAD),
    "progress": (undertaken, (*LEAD, *SUPPORT)),
    "completion": (undertaken, LEAD),
    "handler": (undertaken, LEAD),
    "extension": (undertaken, LEAD),
    "extension-decision": (extension_asked, (HE_WEI, CHEN_LI)),
    "reminder": (handed_out, SECTION),
    "dispatch": (objected, SECTION),
    "docketing": (instructed, SECTION),
    "instruction": (handed_out, (CHEN_LI,)),
    "verification": (reviewed, SECTION),
    "answer": (completed, SECTION),
    "recheck": (drawn_for_recheck, SECTION),
    "closure": (completed, SECTION),
    "reopening": (completed, SECTION),
    "slip": (handed_out, (*SECTION, CHEN_LI)),
    "risk": (handed_out, SECTION),
    "wait": (handed_out, SECTION),
    "cycle": (handed_out, SECTION),
    "figures": (handed_out, SECTION),
    "part": (undertaken, LEAD),
    "acknowledgement": (with_a_slip, (ZHOU_QIMING,)),
    "transfer": (handed_out, (HE_WEI, CHEN_LI)),
    "termination": (handed_out, (HE_WEI, CHEN_LI)),
    "suspension": (undertaken, (*LEAD, *SECTION)),
    "suspension-decision": (suspension_asked, (HE_WEI, CHEN_LI)),
    "resumption": (suspended, SECTION),
    "taking-up": (archived, SECTION),
    "chain": (handed_out, SECTION),
}
assert set(STEPS) == {deed.resource for deed in DEEDS} - {"shelving"}

ROWS = [
    *(
        Row(f"supervision:{deed}", all=404, but=answers(whose), prepare=prepare)
        for deed, (prepare, whose) in STEPS.items()
        if deed != "docketing"
    ),
    Row("supervision:docketing", all=404, but={LI_MIN: 200, HE_WEI: 200, CHEN_LI: 403, SHEN_JING: 403},
        prepare=instructed),
    Row("supervision:shelving", all=404, but=answers(SECTION, 409), prepare=handed_out),
    Row("supervision:field-report", all=404, but=answers((*LEAD, *SUPPORT)), prepare=undertaken),
    Row("supervision:signature", all=404, but=answers(LEAD, 409) | {WANG_JIANPING: 303}, method="post",
        prepare=handed_out),  # he is asked first; after him it is signed for
    Row("supervision:reminder", all=404, but=answers(SECTION, 303), method="post", prepare=handed_out),
    Row("supervision:verification", all=404, but=answers(SECTION, 409) | {LI_MIN: 303}, method="post",
        data={"verdict": "accept"}, prepare=reviewed),
    Row("supervision:directive", all=404, but=dict.fromkeys(KNOWING, 200), prepare=handed_out),
    Row("supervision:reckoning", all=404, but=dict.fromkeys(KNOWING, 200), prepare=handed_out),
    Row("supervision:papers", all=200),
    Row("supervision:paper-draft", all=404, but=answers((*SECTION, CHEN_LI), 303), method="post",
        data={"choice": "notice:"}, prepare=handed_out),
    Row("supervision:paper-overview", all=403, but=dict.fromkeys(SECTION, 303), method="post",
        data={"kind": "report"}, prepare=overviewed),
    Row("supervision:paper", all=404, but=dict.fromkeys((*SECTION, CHEN_LI), 200), prepare=drafted),
    Row("supervision:paper", all=404, but=dict.fromkeys(KNOWING, 200), prepare=issued),
    Row("supervision:paper", all=404, but=dict.fromkeys((*SECTION, CHEN_LI), 422), method="post",
        data={"title": ""}, prepare=drafted),
    Row("supervision:paper-issue", all=404, but=dict.fromkeys((*SECTION, CHEN_LI), 409), method="post",
        data={}, prepare=given_up),
    Row("supervision:paper-issue", all=404, but=answers((*SECTION, CHEN_LI), 409), method="post", prepare=issued),
    Row("supervision:paper-deposit", all=404, but={**dict.fromkeys((*SECTION, CHEN_LI), 422), SHEN_JING: 403}, method="post",
        prepare=overview),
    Row("supervision:paper-filed", all=404, but=dict.fromkeys((*SECTION, CHEN_LI, SHEN_JING), 303), prepare=its_matter),
    Row("supervision:paper-discard", all=404, but=answers((*SECTION, CHEN_LI), 409), method="post", prepare=issued),
    Row("supervision:paper-reissue", all=404, but=answers((*SECTION, CHEN_LI), 422), method="post", prepare=issued),
    Row("supervision:paper-page", all=404, but=dict.fromkeys(KNOWING, 200), prepare=its_first_page),
    Row("supervision:paper-file", all=404, but=dict.fromkeys(KNOWING, 200), prepare=its_pdf),
    Row("supervision:file", all=404, but=dict.fromkeys(KNOWING, 200), prepare=with_a_file),
    Row("supervision:take-back", all=404, method="post"),  # no address signed for him
    Row("supervision:ledger", all=200),
    Row("supervision:ledger-paper", all=200),
    Row("supervision:export", all=200),
    Row("supervision:saved-filters", all=200, but=dict.fromkeys(ADMINISTRATORS, 403)),
    Row("supervision:saved-filter-new", all=303, but=dict.fromkeys(ADMINISTRATORS, 403), method="post",
        data={"name": "逾期", "query": "late=1"}),
    Row("supervision:saved-filter-change", all=404, but=dict.fromkeys(ADMINISTRATORS, 403) | {LI_MIN: 303},
        method="post", data={"name": "逾期的"}, prepare=one_named),
    Row("supervision:saved-filter-remove", all=404, but={LI_MIN: 303}, method="post", prepare=one_named),
    Row("supervision:chain", all=404, but=answers((*SECTION, *LEAD)), prepare=undertaken),
    Row("supervision:chains", all=403, but=dict.fromkeys(SECTION, 200)),
    Row("supervision:chain-new", all=403, but=dict.fromkeys(SECTION, 200)),
    Row("supervision:chain-new", all=403, but=dict.fromkeys(SECTION, 422), method="post"),
    Row("supervision:chain-change", all=403, but=dict.fromkeys(SECTION, 200), prepare=chain_kept),
    Row("supervision:chain-change", all=403, but=dict.fromkeys(SECTION, 422), method="post", prepare=chain_kept),
    Row("supervision:chain-retire", all=403, but={LI_MIN: 303, HE_WEI: 404}, method="post", prepare=chain_kept),
    Row("supervision:asks", all=403, but=dict.fromkeys(OVERSEEING, 200)),
    Row("supervision:board", all=200),
    Row("supervision:sources", all=200),
    Row("supervision:wall", all=200),
    Row("supervision:reminders", all=403, but=dict.fromkeys(SECTION, 303), method="post"),
    Row("supervision:new", all=403, but=dict.fromkeys(SECTION, 200)),
    Row("supervision:register", all=403, but=dict.fromkeys(SECTION, 422), method="post"),
    Row("supervision:intakes", all=403, but=dict.fromkeys(SECTION, 200)),
    Row("supervision:aliases", all=403, but=dict.fromkeys(SECTION, 200)),
    Row("supervision:alias-revoke", all=403, but=dict.fromkeys(SECTION, 404) | {LI_MIN: 303}, method="post",
        prepare=one_learnt),  # she is asked first; after her it is revoked
    Row("supervision:imports", all=403, but=dict.fromkeys(SECTION, 200)),
    Row("supervision:imports", all=403, but=dict.fromkeys(SECTION, 422), method="post"),
    Row("supervision:import", all=404, but=dict.fromkeys(SECTION, 200), prepare=ledger_brought),
    Row("supervision:import", all=404, but=dict.fromkeys(SECTION, 422), method="post", prepare=ledger_brought),
    Row("supervision:import-errors", all=404, but=dict.fromkeys(SECTION, 200), prepare=ledger_brought),
    Row("supervision:import-run", all=404, but=dict.fromkeys(SECTION, 422), method="post", prepare=ledger_brought),
    Row("supervision:import-trial", all=404, but=dict.fromkeys(SECTION, 303), method="post", prepare=ledger_brought),
    Row("supervision:import-undo", all=404, but=dict.fromkeys(SECTION, 422), method="post", prepare=ledger_brought),
    Row("supervision:ledger-trial", all=403, but=dict.fromkeys(SECTION, 200)),
    Row("supervision:ledger-trial", all=403, but=dict.fromkeys(SECTION, 422), method="post"),
    Row("supervision:intake-new", all=403, but=dict.fromkeys(SECTION, 200)),
    Row("supervision:intake-new", all=403, but=dict.fromkeys(SECTION, 422), method="post"),
    Row("supervision:intake", all=404, but=dict.fromkeys(SECTION, 200), prepare=brought_in),
    Row("supervision:intake", all=404, but=dict.fromkeys(SECTION, 422), method="post", prepare=brought_in),
    Row("supervision:intake-proof", all=404, but=dict.fromkeys(SECTION, 200), prepare=brought_in),
    Row("supervision:intake-file", all=404, prepare=brought_in),
    Row("supervision:finding-reckoning", all=404, but=dict.fromkeys(SECTION, 200), prepare=its_first_finding),
]  # fmt: skip
