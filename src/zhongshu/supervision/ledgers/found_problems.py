"""Lists of what an inspection found, each to be put right: the problem is what was found, not why it is not yet done."""

from __future__ import annotations

import re
from collections.abc import Mapping

from .claims import Claim
from .model import Part

_FOUND = re.compile(
    r"(?:反馈|指出|移交|查[出摆找]|曝光|暴露|通报|点名|举报|投诉|反映|评审|检查|核查|排查|巡[察视查]|督[查导察]|审计|考核|验收|暗访|抽查|发现).{0,4}(?:问题|隐患|不足|缺陷|意见)|发现(?:的?情况)?$|不(?:达标|合格|符合|到位)(?:的?(?:情况|项|内容|条款|问题|事实))?$|(?:扣|失)分(?:项|点|情况|问题)$"
)
_AILS = re.compile(r"隐患|(?:问题|不足|缺陷|短板|差距)(?:描述|表述|清单|内容|概述|摘要|名称)?$")
"""What ails: found where it stands left of what is done about it."""
_PUT_RIGHT = re.compile(
    r"措施|举措|对策|(?:整改|整治|处置|治理|改进|处理|化解|解决|审计|巡[视察查]|检查|专家)(?:的?(?:任务|要求|内容|意见|建议|方案|办法|事项|承诺))$|承诺(?:事项|内容)?$"
)
_LOOKED_AT = re.compile(
    r"(?:条款|标准|指标|检查|考核|评审|巡查|评价|测评|审查|要素).{0,2}(?:内容|项目|要点|条目|名称|事项)$"
)
"""条款内容, 检查项目: what was looked at, neither what was found nor what is to be done."""
_LOOKS = re.compile(r"(?:突出|具体|主要|问题)表现(?:形式)?$")
_NAME, _DESCRIBED = re.compile(r"(?:名称|标题)$"), re.compile(r"(?:描述|表述|内容|情况)$")
"""隐患名称 beside 隐患描述: what it is called, where another column tells it."""
_FAIR = 18


def with_what_was_found(
    claims: dict[int, Claim | None], paths: Mapping[int, tuple[str, ...]]
) -> dict[int, Claim | None]:
    """The claims without reasons and difficulties (未完成原因, 存在困难) in a list of problems found and measures taken."""
    heads = {c: path[-1] for c, path in paths.items() if path}
    open_to = [*_claiming(claims, Part.TASK), *(c for c in heads if claims[c] is None)]
    measure = next((c for c in open_to if _PUT_RIGHT.search(heads[c])), None)
    if measure is None:
        return claims
    told = _claiming(claims, Part.PROBLEM)
    found = [c for c in told if _FOUND.search(heads[c]) or (c < measure and _AILS.search(heads[c]))]
    if any(_DESCRIBED.search(heads[c]) for c in found):
        found = [c for c in found if not _NAME.search(heads[c])]
    if not found:  # 检查发现, 突出表现: words that name no problem elsewhere
        left = [c for c in heads if c < measure]
        found = [c for c in left if _is_open(claims[c]) and _FOUND.search(heads[c])]
        found = found or [c for c in left if not told and _LOOKS.search(heads[c])]
        claims = claims | dict.fromkeys(found, (Part.PROBLEM, _FAIR))
    passed_by = [c for c in told if found and c not in found]
    passed_by += [c for c in _claiming(claims, Part.TASK) if found and _LOOKED_AT.search(heads[c])]
    done = {measure: (Part.TASK, _FAIR)} if found and claims[measure] is None else {}
    return claims | dict.fromkeys(passed_by, (Part.OTHER, _FAIR)) | done


def _claiming(claims: Mapping[int, Claim | None], part: Part) -> list[int]:
    return [c for c, claim in claims.items() if claim and claim[0] is part]


def _is_open(claim: Claim | None) -> bool:
    """Whether a heading says nothing, or no more than that something is told (不达标情况)."""
    return claim is None or (claim[0] is Part.PROGRESS and claim[1] <= _FAIR)
