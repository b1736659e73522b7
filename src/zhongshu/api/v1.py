"""Version 1 of the API. The same services as pages and command line; a rule is written once."""

from django.utils.translation import gettext_noop as _
from ninja import NinjaAPI

from zhongshu import __version__
from zhongshu.api import problems
from zhongshu.api.auth import Session, Token
from zhongshu.api.bodies import Readable, Written
from zhongshu.api.endpoints import RESOURCES
from zhongshu.api.known import only_known_names

DESCRIPTION = _(
    "请求头 Authorization: Bearer 令牌；可能重发的请求带 Idempotency-Key，同一键重发不会办两次。"
    "拒绝时返回 application/problem+json：title 说明哪里不对，detail 说明接下来怎么办，rule 是依据的规则，source 是它的出处。"
    "看不到的事项按不存在处理（404）。"
)

api = NinjaAPI(
    title=_("中枢"),
    version=__version__,
    description=DESCRIPTION,
    urls_namespace="api",
    auth=[Token(), Session()],
    docs_url=None,
    renderer=Written(),
    parser=Readable(),
)
problems.register(api)
api.add_decorator(only_known_names, mode="view")
for resource in RESOURCES:
    api.add_router("", resource.router)
