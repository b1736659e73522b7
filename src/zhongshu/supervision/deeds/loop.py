"""The deeds of the loop itself (table D-30), the most pressing first."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from zhongshu.supervision import services
from zhongshu.supervision.deeds.deed import DECISION, Deed, decided
from zhongshu.supervision.forms import deeds as forms
from zhongshu.supervision.forms import ending, stops
from zhongshu.supervision.forms.docketing import Docketing


def _verify(data: dict[str, Any], common: dict[str, Any]) -> object:
    common = common | {"refused_ids": data.get("refused_ids", ())}
    if data["verdict"] == ending.Verification.ACCEPT:
        told = {"opinion": data["opinion"], "explanation": data.get("explanation", "")}
        return services.accept(**told, **common)
    return services.return_for_rework(reason=data["opinion"], instead_ids=data["instead_ids"], **common)


def _docket(data: dict[str, Any], common: dict[str, Any]) -> object:
    told = {name: value for name, value in data.items() if name not in DECISION}
    return services.docket(**told, decided=decided(data), **common)


def _decide(data: dict[str, Any], common: dict[str, Any]) -> object:
    return services.decide_extension(approve=data["verdict"] == "grant", opinion=data["opinion"], **common)


LOOP = (
    Deed(
        resource="extension-decision",
        verbs=("decide_extension",),
        title=_("审批延期"),
        button=_("审批延期"),
        form=forms.ExtensionDecision,
        run=_decide,
        done=_("延期申请已批复，已通知承办单位。"),
        note=_("同意后改的是现时限；原定时限不变，考核仍按原定时限。"),
        icon="calendar-event",
    ),
    Deed(
        resource="signature",
        verbs=("sign_for",),
        title=_("签收"),
        button=_("签收"),
        form=forms.Signature,
        run=lambda data, common: services.sign_for(**common),
        done=_("已签收，您是经办人。"),
        note=_("签收后由您经办，可以再转给同事。"),
        icon="check",
        at_once=True,
    ),
    Deed(
        resource="dispatch",
        verbs=("dispatch",),
        title=_("重新交办"),
        button=_("重新交办"),
        form=forms.Dispatch,
        run=lambda data, common: services.dispatch(**data, **common),
        done=_("已重新交办，承办单位已收到通知。"),
        icon="send",
    ),
    Deed(
        resource="docketing",
        verbs=("docket",),
        title=_("立项交办"),
        button=_("立项交办"),
        form=Docketing,
        run=_docket,
        done=_("已立项交办，承办单位已收到通知。"),
        note=_("不需督办的，用“转阅”并写明理由。"),
        icon="send",
    ),
    Deed(
        resource="verification",
        verbs=("accept", "return_for_rework"),
        title=_("审核办结情况"),
        button=_("审核"),
        form=ending.Verification,
        run=_verify,
        done=_("审核意见已记录。"),
        icon="eye-check",
    ),
    Deed(
        resource="recheck",
        verbs=("recheck",),
        title=_("复查已销号事项"),
        button=_("复查"),
        form=ending.Recheck,
        run=lambda data, common: services.recheck(**data, **common),
        done=_("复查结果已记录。"),
        note=_("这件事被随机抽中复查。不实的，归档材料不动，另登记一件并转来重新立项。"),
        icon="eye-check",
    ),
    Deed(
        resource="answer",
        verbs=("answer_leader",),
        title=_("回告领导"),
        button=_("回告领导"),
        form=ending.Answer,
        run=lambda data, common: services.answer_leader(**data, **common),
        done=_("已回告。"),
        icon="message-2",
    ),
    Deed(
        resource="closure",
        verbs=("close_out",),
        title=_("销号"),
        button=_("销号"),
        form=ending.Closure,
        run=lambda data, common: services.close_out(**common),
        done=_("已销号并归档。"),
        note=_("销号后本件随即归档，不能撤回。"),
        confirm=_("“%(title)s”销号后随即归档，不能撤回。确定销号吗？"),
        icon="circle-check",
    ),
    Deed(
        resource="progress",
        verbs=("report",),
        title=_("回告进展"),
        button=_("回告进展"),
        form=forms.Progress,
        run=lambda data, common: services.report(**data, **common),
        done=_("进展已报送。"),
        icon="message-2",
    ),
    Deed(
        resource="completion",
        verbs=("complete",),
        title=_("报办结"),
        button=_("报办结"),
        form=ending.Completion,
        run=lambda data, common: services.complete(**data, **common),
        done=_("已报办结，等督查部门审核。"),
        icon="flag",
    ),
    Deed(
        resource="reminder",
        verbs=("remind",),
        take_back="reminder",
        title=_("催办"),
        button=_("催办"),
        form=forms.Reminder,
        run=lambda data, common: services.remind(**data, **common),
        done=_("已催办。"),
        icon="bell",
    ),
    Deed(
        resource="objection",
        verbs=("object",),
        title=_("提出异议"),
        button=_("提出异议"),
        form=forms.Objection,
        run=lambda data, common: services.object_to(**data, **common),
        done=_("异议已提交，由督查部门研究后重新交办。"),
        note=_("不归本单位牵头的，在期限内提出；其他困难请签收后在进展里说明。"),
        icon="arrow-back-up",
    ),
    Deed(
        resource="extension",
        verbs=("ask_extension",),
        title=_("申请延期"),
        button=_("申请延期"),
        form=forms.ExtensionRequest,
        run=lambda data, common: services.ask_extension(**data, **common),
        done=_("延期申请已提交，等领导审批。批准前仍按现时限。"),
        note=_("要在时限之前申请。批准后原定时限照样显示，考核仍按原定时限。"),
        icon="calendar-event",
    ),
    Deed(
        resource="handler",
        verbs=("pass_on",),
        title=_("转经办"),
        button=_("转经办"),
        form=forms.PassOn,
        run=lambda data, common: services.pass_on(**data, **common),
        done=_("已转经办，对方已收到通知。"),
        icon="users",
    ),
    Deed(
        resource="reopening",
        verbs=("reopen",),
        title=_("复开"),
        button=_("复开"),
        form=forms.Reopening,
        run=lambda data, common: services.reopen(**data, **common),
        done=_("已复开，退回承办单位继续办理。"),
        note=_(
            "退回原经办人继续办理，回告周期从今天起算；原审核意见和回告不再算数，办好后要重新报办结、审核、回告。"
            "时限、延期次数和退办次数照旧，佐证保留；先前没批的延期、中止申请不恢复，需要的请重新申请。"
        ),
        icon="refresh",
    ),
    Deed(
        resource="shelving",
        verbs=("shelve",),
        title=_("不立项，转阅"),
        button=_("转阅"),
        form=forms.Shelving,
        run=lambda data, common: services.shelve(**data, **common),
        done=_("已转阅，列入转阅清单。"),
        icon="book",
    ),
    Deed(
        resource="instruction",
        verbs=("instruct",),
        take_back="instruction",
        title=_("批示"),
        button=_("批示"),
        form=forms.Instruction,
        run=lambda data, common: services.instruct(instruction=services.Instruction(**data), **common),
        done=_("批示已送达。"),
        icon="pencil",
    ),
)
GRAVE = (
    Deed(
        resource="transfer",
        verbs=("transfer",),
        title=_("移送"),
        button=_("移送"),
        form=stops.Transfer,
        run=lambda data, common: services.transfer(**stops.told(data), **common),
        done=_("已移送，本件锁定。"),
        note=_("发现违纪违法线索的，移送有权机关处理；移送后本件锁定，不再督办。"),
        confirm=_("确定移送“%(title)s”吗？移送后不能撤回。"),
        icon="folder",
        grave=True,
    ),
    Deed(
        resource="termination",
        verbs=("terminate",),
        title=_("终止督办"),
        button=_("终止督办"),
        form=stops.Termination,
        run=lambda data, common: services.terminate(**stops.told(data), **common),
        done=_("已终止督办。"),
        confirm=_("确定终止“%(title)s”吗？终止后不能撤回。"),
        icon="x",
        grave=True,
    ),
)
