"""Whether a date that a text names is one to keep, or one that only tells of a time."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .quotations import inside_quotes
from .vocabulary_cues import DELIVERABLE, PERMISSION

# A date is past or a mere reference when these stand before it.
_REFERENCE_BEFORE = re.compile(
    r"(?:比|较|自|从|截至|截止|与|同|根据|按照|以|依据|已于|曾于|关于|包括|展望)(?:去年|上年)?$"
)
_REFERENCE_AFTER = re.compile(
    r"(?:召开|印发|下发|发布)的|以来|以来|起施行|起实施|计划|度?工作|下达|底的|修订|份的|相比|(?:年)?度|要点|《"
)
_OF_OLD = re.compile(r"的|(?:建成|竣工|投用|印发|成立|登记|形成|取得)的")
_LOOSE_BEFORE = re.compile(
    r"(?:于|在|请|务必|定于|定在|定为|时间[：为]|时限[：为]|期限[：为]|截至|截止|截止日期[：为]|截止时间[：为]|最[迟晚](?:不超过|不晚于|不迟于)?|至迟|不[晚迟]于)$"
)
# 确保3月20日干支渠全线通水, 力争9月投入使用: what is aimed at is to be reached by then.
_AIMED = re.compile(r"(?:确保|力争|争取|保证)[于在]?$")
_AT_THAT_TIME = re.compile(
    r"[的起至到—~～-]|开始|前后|以后|之后|(?:期间|当天|份)?[^，。；]{0,6}(?:会议|大会|活动)"
)
_DUE_FIELD_BEFORE = re.compile(r"(?:时限|时间|期限|节点)(?:要求|安排)?：$")
# 批示时间：, 会议时间：: when a paper was made or a meeting held.
_RECORDED_BEFORE = re.compile(
    r"(?:批示|会议|开会|召开|印发|签发|成文|收文|发文|来文|登记|记录|填报|填表|接访|交办|发生)(?:时间|日期)：$"
)
_DONE_AFTER = re.compile(
    r"(?:份)?(?:完成|建成|投用|下达|拨付|印发|出台|投入使用|开工|动工|完工|竣工|启动|实现|通车|交付|验收|恢复|上线|公布|发布|启用|开业|开园|投产|揭牌|封顶|到位|到岗|到账)(?!的)"
)
# 6月底前即完成了清理: told, whatever stands before.
_TOLD_AFTER = re.compile(r"(?![把将])(?:即|就|便|已|均已|全部)?[一-鿿]{2,4}了(?!解|结|如|望|的)")
_HANDED_AFTER = re.compile(
    "报(?![告道名])|上报|提交|反馈|送交?(?=[市省县区局办])|交(?=[，。；稿卷差]|[给到]|$)"
)
_SENTENCE_ENDS, _PERMITTED_WITHIN = re.compile("[。；]"), 80
_WORK_AFTER = re.compile(rf"(?:集中|分批|组织|对|将|全面)*(?:{DELIVERABLE})(?!的)")  # 4月1日至20日完成…
# 市政府于2019年3月1日启动…: told, not asked, where a full year or 已 stands before.
_LED_TO = re.compile(r"[在于到至请应须]$|(?<![主重首需])要$|^$|[，。；、]$|\d[.．]$|(?:确保|力争|务必|争取)$")
_ASKED_THEN = re.compile(r"，(?:要|须|应|务必|力争|确保|完成|启动)")  # 3月份，要完成全部初验
_NARRATED = re.compile(r"(?:\d{4}年|已|自|从)$")


# （一）动员部署（2020年4月）。: a numbered step with its month.
_STEP = re.compile(
    r"(?:^|[。；\n])\s*(?:（[一二三四五六七八九十]{1,2}）|[一二三四五六七八九十]、|第[一二三四五]阶段|\d[.、])[^，。；（）\n]{2,16}（$"
)


Groups = dict[str, str | None]
"""What the groups of a date's shape hold."""


def work_follows(norm: str, at: int) -> bool:
    """Whether a verb of work or of handing in stands right at ``at``, and tells of nothing done."""
    asked = _WORK_AFTER.match(norm, at) or _HANDED_AFTER.match(norm, at)
    return bool(asked) and not _TOLD_AFTER.match(norm, at)


def _work_comes_next(norm: str, at: int) -> bool:
    """Whether what stands behind the comma at ``at`` lets nobody do a thing."""
    if not norm.startswith("，", at):
        return False
    hit = PERMISSION.search(norm, at + 1, at + _PERMITTED_WITHIN + 8)
    near = hit and hit.start() - at <= _PERMITTED_WITHIN + 1
    return not near or bool(_SENTENCE_ENDS.search(norm, at, hit.start() if hit else at))


def states_when(norm: str, hit: re.Match[str]) -> bool:
    """A bare month that is a deadline all the same: 完成时间：2024年9月; 9月份完成."""
    before = norm[max(0, hit.start() - 8) : hit.start()]
    if before.endswith("（") and norm.startswith("）", hit.end()):
        return before.endswith("阶段（") or bool(_STEP.search(norm, 0, hit.start()))
    if (before.endswith(("于", "在")) and (hit["ry"] or work_follows(norm, hit.end()))) or _is_aimed_at(
        norm, hit, before
    ):
        return True
    told = _DUE_FIELD_BEFORE.search(before) or _DONE_AFTER.match(norm, hit.end())
    return bool(told or (before[-1:] in ("", "。", "；", "：", "\n") and _ASKED_THEN.match(norm, hit.end())))


def _is_aimed_at(norm: str, hit: re.Match[str], before: str) -> bool:
    return bool(_AIMED.search(before)) and not _AT_THAT_TIME.match(norm, hit.end())


def is_deadline(name: str, norm: str, hit: re.Match[str], groups: Groups, cell: bool) -> bool:
    """Whether a date says when something is due, rather than when something was or what it is about."""
    before = norm[max(0, hit.start() - 8) : hit.start()]
    if hit.start() and norm[hit.start() - 1].isdecimal() and hit[0][0].isdecimal():
        return False
    if _RECORDED_BEFORE.search(before):
        return False
    if cell or _DUE_FIELD_BEFORE.search(before):
        return True
    if name not in ("plan", "feast") and inside_quotes(norm, hit.start()):
        return False
    if _TOLD_AFTER.match(norm, hit.end()):
        return False
    if groups.get("b") and _OF_OLD.match(norm, hit.end()):
        return False
    if _closes(norm, hit):
        return True
    if _REFERENCE_BEFORE.search(before) or hit[0].startswith(("截至", "截止")) and not groups.get("b"):
        return bool(groups.get("b")) and not before.endswith(("比", "较"))
    if _REFERENCE_AFTER.match(norm, hit.end()) and not groups.get("b"):
        return False
    if name == "soon" and not groups["b"] and norm[hit.end() : hit.end() + 1] in _STOPS:
        return before.endswith(("到", "至"))
    return _stands_as_deadline(name, norm, hit, groups, before)


_COUNTED_UNTIL = re.compile(r"数据|统计|信息|情况|目前|余额|总数")


def _closes(norm: str, hit: re.Match[str]) -> bool:
    """报名截至4月10日。: a day until which something is open, with nothing after it."""
    if not hit[0].startswith(("截至", "截止")) or norm[hit.end() : hit.end() + 1] not in (
        "",
        "。",
        "；",
        "\n",
    ):
        return False
    before = norm[max(0, hit.start() - 12) : hit.start()]
    return before[-1:] not in ("", "。", "，", "；") and not _COUNTED_UNTIL.search(before)


def _stands_as_deadline(name: str, norm: str, hit: re.Match[str], groups: Groups, before: str) -> bool:
    """Whether a shape that may only tell of a time (3月5日, 二季度, 4—9月) is said as one to keep."""
    if name in ("period", "months"):
        if before.endswith("（") and norm.startswith("）", hit.end()):
            return _times_a_stage(norm, hit)
        bare = norm[hit.end() : hit.end() + 1] in "，。；" and not (groups.get("d") or groups.get("d2"))
        worked = _WORK_AFTER.match(norm, hit.end()) and not _NARRATED.search(before)
        opens = before[-1:] in ("", "。", "；", "：", "\n") and _work_comes_next(norm, hit.end())
        return bool(bare or worked or opens or hit[0][0] in "自从" or _LOOSE_BEFORE.search(before))
    if name == "day":
        until = groups["b"] or _LOOSE_BEFORE.search(before) or hit[0].startswith(("到", "至", "即日", "自即"))
        handed_in = _LED_TO.search(before) and _HANDED_AFTER.match(norm, hit.end())
        done = _DONE_AFTER.match(norm, hit.end()) and not _NARRATED.search(before)
        return bool(until or handed_in or done) or _is_aimed_at(norm, hit, before)
    if name == "quarter":
        begun = _DONE_AFTER.match(norm, hit.end()) and not _NARRATED.search(before)
        if before.endswith("前"):  # 前三季度
            return False
        if _NUMBER_AFTER.match(norm, hit.end()):
            return True
        led_to = _LED_TO.search(before) and (groups["h"] or _WORK_AFTER.match(norm, hit.end()))
        return bool(groups["p"] or groups["b"] or led_to or begun)
    if name == "week":
        told = groups["b"] or groups["ww"] or groups["t"] or (groups["p"] or "").endswith("内")
        groups["ahead"] = "y" if not told and _GIVEN_BACK.match(norm, hit.end()) else None
        return bool(told or groups["ahead"])
    if name == "quarter_end" and groups["now"]:
        counted = _NUMBER_AFTER.match(norm, hit.end()) or _OPENS_ITS_TASK.match(norm, hit.end())
        return bool(groups["b"] or counted or _LED_TO.search(before) and _WORK_AFTER.match(norm, hit.end()))
    dated = name == "year" and groups["to"] and not groups["b"] and before.endswith(("年", "月", "日"))
    return not dated


_STOPS = ("，", "。", "；")  # 值守到明早6点，: the end of what is to be done
_GIVEN_BACK = re.compile(
    "[给还交发送回拿传]我|把(?!关|握)|[交出报送回验签拿](?![差席台行道名头])[一-鿿]{0,4}(?:报告|方案|结果|稿|图|名单|清单|意见|总结|计划|预算|数据|进度|话|货|表|单)(?=[，。；]|$)"
)  # 列表周一给我
# 一季度签约项目不少于6个: a number to reach by then.
_NUMBER_AFTER = re.compile(r"[^，。；\d]{2,16}(?:不少于|不低于|不高于|不超过|至少|达到|力争)\d")
# 本季度公司部净增存款要达到9000万元
_OPENS_ITS_TASK = re.compile(r"，?[^，。；]{0,24}(?:要|须|应|务必|力争|确保)[^，。；]{0,10}\d")
_IN_SEASON = ("期（", "期间（")


def _times_a_stage(norm: str, hit: re.Match[str]) -> bool:
    """Whether a period in brackets says when a stage is: 动员阶段（4月1日至15日）."""
    staged = "阶段" in norm[max(0, hit.start() - 20) : hit.start()] or norm.endswith(
        _IN_SEASON, 0, hit.start()
    )
    return (
        staged or norm[hit.end() + 1 : hit.end() + 2] in "。：\n" or bool(_STEP.search(norm, 0, hit.start()))
    )


# 考核组来之前, 开会前把…: the eve of what one speaks of at work; whoever comes stands before.
SPOKEN_EVE = re.compile(
    r"(?:[来到](?<![本以而])|来[人车]|开[门会机]|[上散]会|[入进]场|收尾|吃饭|睡觉|断电|停水|下[雨雪]|起风|涨水|关机|[换接]班)之?前(?=[把将要]|务必|必须|全部|[一-鿿]{1,8}[好完齐清掉])"
)
_WHO_COMES = re.compile(
    r"(?:领导|专家|客商|客人|上级|[省市]里|学生|新生|孩子们?|工人|(?:考核|检查|督查|巡察|审计|验收|评估|暗访|调研)[组团])$"
)


def spoken_eve(norm: str, hit: re.Match[str], floor: int) -> Iterator[tuple[int, int, str, bool]]:
    """Where 考核组来之前 or 开会前 stands, whoever comes from ``floor`` on, and its rule."""
    comes = _WHO_COMES.search(norm, floor, hit.start()) if hit[0][0] in "来到" else None
    if comes or hit[0][1:].strip("之前"):
        start = comes.start() if comes else hit.start()
        yield start, hit.end(), f"before {norm[start : hit.end()].rstrip('之前')}", True
