"""Every verb of a paper: each is a resource of it, and answers with the paper as it now is."""

from typing import Literal

from django.utils.translation import gettext_noop as _

from zhongshu.api.endpoints.approvals import PAPER, router
from zhongshu.api.exposing import Offer, expose, text
from zhongshu.api.schemas import approvals as told
from zhongshu.api.tellings import approvals as tellings
from zhongshu.approvals import services
from zhongshu.matters.models import Urgency

expose(
    router,
    (
        Offer(
            path="/approvals", title=_("发起审批"), run=services.submit, status=201,
            words={"title": text(200, least=1), "route": text(60), "urgency": Urgency},
        ),
        Offer(path=PAPER + "/form", title=_("修改后再提交"), run=services.hand_in_again),
        Offer(path=PAPER + "/agreement", title=_("同意"), run=services.agree),
        Offer(path=PAPER + "/refusal", title=_("不同意"), run=services.refuse),
        Offer(path=PAPER + "/advice", title=_("提交意见"), run=services.advise),
        Offer(path=PAPER + "/return", title=_("退回"), run=services.give_back),
        Offer(path=PAPER + "/taking-back", title=_("取回"), run=services.take_back),
        Offer(
            path=PAPER + "/signer", title=_("加签"), run=services.add_signer,
            words={"place": Literal["before", "beside", "after"]},
        ),
        Offer(path=PAPER + "/signer-removal", title=_("减签"), run=services.remove_signer),
        Offer(path=PAPER + "/reassignment", title=_("转办"), run=services.reassign),
        Offer(path=PAPER + "/delegation", title=_("委派"), run=services.delegate),
        Offer(path=PAPER + "/copy", title=_("抄送"), run=services.copy),
        Offer(path=PAPER + "/reminder", title=_("催办"), run=services.remind),
        Offer(path=PAPER + "/suspension", title=_("挂起"), run=services.suspend),
        Offer(path=PAPER + "/resumption", title=_("恢复"), run=services.resume),
        Offer(path=PAPER + "/voiding", title=_("作废"), run=services.void),
    ),
    answer=told.Approval,
    tell=lambda request, done: tellings.paper(request, done.pk),
)  # fmt: skip
