"""A sentence that asks for a thing and names nobody to do it (要研究解决老旧小区停车难问题): no duty yet, and none to be lost."""

from __future__ import annotations

import re

from .segmentation import clauses
from .spans import level
from .tenses import tells_past
from .unasked import asks_nothing, is_requested
from .vocabulary_cues import CONDITIONAL, DEFINITION, DELIVERABLE, EXHORTATION, PERMISSION

# Asked aloud: at the head of a clause (要…), by the meeting (会议要求…), with haste (抓紧, 尽快), of somebody in charge (负责举办).
_ALOUD = re.compile(
    r"(?:^|[，。；：]|[一二三四五]是|同时|并)\s*(?:还|也|都)?(?:要(?![求素点件])|须|必须|务必|应当|请(?![求示假问予]))"
    r"|会议?(?:还|同时|进一步)?(?:要求|决定|议定|确定|商定|明确)(?=[，：]|[^，。；]{4})|[抓加]紧|尽[快早]|立即|限期|研究解决|按程序(?=[报印公提])|(?:须由|负责(?!的|人|同志))(?=[一-鿿]{4})"
)
_HEAD = re.compile(
    r"(?:[一二三四五六]是|同时|并|会议(?:还|同时|进一步)?[一-鿿]{2}|还|也|都|要|须|必须|务必|应当|请|进一步|继续|认真|切实|积极|加快|抓紧|全面|深入|扎实|着力|严格)*"
)
_DOES = re.compile(rf"[把将对]|打通|推动|{DELIVERABLE}")
_WRITES = re.compile(r"制[定订]|出台|修订|印发|编制|起草|拟[定订]|建立[^，。；]{0,10}(?:台账|专班|清单)")
# Effort and bearing, which end on no thing; in what spirit and on what ground it is done.
_EFFORT = re.compile(
    r"^[为以按根依通]|^(?:坚[持定决]|增强|深化|强化|提[高升]|树立|牢|守|发[挥扬]|弘扬|凝聚|激发|营造|统筹|加大|聚焦|围绕|压[实紧]|落实(?!好)|圆满|带头|支持|促进|鼓励|引导|加强|拿出“|优化(?![^，。；]*(?:流程|方案|路线|布局)))"
    r"|发展|大力|各项|民生|摆[到在上]|放在|作为|扛|阅[处研示知]?$|(?:水平|能力|意识|作风|效率|质量|成效|实效|精神|领导|责任|氛围|合力|思想|站位|认识|重视|导向|保障|环境|力度|作用|目标|优势|政策|任务|体系|机制|制度|格局|模式|原则|改革|管理|监[管督]|服务|合作|稳定|(?<!前期)工作|(?<![期台目程厂站心路库网园区楼校院])建设)$"
)
_LEAST = 5  # letters in which a thing is told


def asks_for_a_thing(sentence: str) -> bool:
    """Whether ``sentence`` asks aloud for a thing that could be seen or handed in, not for an attitude."""
    norm = level(sentence).strip()
    if not _ALOUD.search(norm) or norm.endswith("：") or tells_past(norm) or asks_nothing(norm):
        return False
    if any(sign.search(norm) for sign in (DEFINITION, PERMISSION, CONDITIONAL)):
        return False
    told = [norm[a:b].strip() for a, b in clauses(norm, 0, len(norm))]
    return not is_requested(norm, 0, len(norm)) and any(map(_is_thing, told))


def _is_thing(clause: str) -> bool:
    said = _HEAD.sub("", clause, count=1).rstrip("，。；")
    if len(said) < _LEAST or not _DOES.search(said) or EXHORTATION.match(clause) or EXHORTATION.match(said):
        return False
    return bool(_WRITES.search(said) or not _EFFORT.search(said))
