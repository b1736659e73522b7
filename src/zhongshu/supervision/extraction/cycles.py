"""How often something is to be done or reported: 每月, 每两周一次, 按季度, 定期, 5年一周期."""

from __future__ import annotations

import re

_N = r"(?:\d{1,2}|[一二两三四五六十半])"
_UNIT = r"(?:年度?|季度?|个?月|周|星期|礼拜|日|天|旬|学期|学年|工作日|小时)"
# What is done once in each such time: 三天一报, 一月一审, 24小时一通报.
_DEED = (
    "统计|分析|调度|通报|汇总|会商|研判|点评|更新|公示|盘点|回访|碰头|小结|排名|对账|核对|督查|督办|考核|评比|汇报|报告|轮换|普查|检查|巡查|抽查|排查|例会|周期|点名"
    "|[次巡查清结轮审评考议访晒报测换检盘消](?![一-鿿]?[的长员表])"
)
# 一小时报一次, 两个月开一次, 一天扫两遍: how often, by the times told behind.
_SO_OFTEN = r"(?<![近前过去今明后每第达\d年月有用花])(?:一|两|二|三|半|半个|\d{1,2})个?(?:年|季度|月|周|星期|礼拜|旬|天|小时)(?=(?![内后前来里多间之以])(?:[一-鿿](?![内后前])){1,4}[一两二三\d](?:次|回|趟|遍|轮)(?!性|会))"
# The letters that a cycle may open with are looked at first, so that the rest of a text costs little.
_CYCLE = re.compile(
    rf"(?=[每一二两三四五六十半\d按逐月季周旬日单双定不隔逢]|天天|早晚各)(?:(?<!馆)|(?=每))(?:每?逢?[单双](?:数)?月(?:份)?(?=[\d一二三上中下底前的，]|报送|召开)|(?<![间相分])隔(?:周|月|日|天|年|季)(?![，。；离壁])|每餐次?|每班(?![主子级车组长员]|不[超少得])次?|{_N}小时一次|每[晚夜早]|每逢[一-鿿]日(?=[派组开上巡值安进])"
    rf"|每隔?[单双]?{_N}?个?(?:年度|年|季度|季|月|小时|分钟|刻钟|半年|半月|周(?!边|围|期)|星期|礼拜|日(?!益)|天|旬|学期|学年)(?:[一二三四五六日天末](?=[前上下中召报\d，、]))?|每[个逢]?周末|{_N}个?{_UNIT}一(?:{_DEED})|"
    rf"(?:一|半)(?:年|季|月|旬|周|日|天)一(?:{_DEED})|{_N}日报(?=制)|按(?:月|季度?|周|年度|旬|日|天)(?!份|计算|收费)|逐[月季周旬]|逐年(?=报|开展|公布|检查|考核)|(?<![上下本这单双当今次同])(?:月|季|周|旬|日)(?:调度|通报|报告制?|(?<!\d日)报(?=制|告|送)|例会|督查|督办|考核|小结|会商|研判|点评|汇报(?=[，。；制]))|双周(?=工作|例会|调度|会商|通报|研判|更新|汇总|[报碰开])|(?<![不规约特固额排])定期(?!末)|不定期|(?:一年|每年度)一次|半年一次|(?:半年|一季度|一个月|半个月|一周|两周)(?=[一-鿿]{{2,4}}一次)"
    rf"|(?<![每春夏秋冬聊今明后昨前整一\d])天天(?!气)|月月(?=[一-鿿])|(?:旬旬|周周|季季)(?=[报查清巡晒调通开碰])|逢(?:周|星期|礼拜)[一二三四五六日天]|逢[雨雪汛节假]必[一-鿿]|每?逢集日?(?=[上派组安值])|早晚各(?=[一-鿿]{{0,4}}[一1])|{_SO_OFTEN})"
)
_NO_CYCLE_AFTER = re.compile(
    r"\d[\d.,万]*(?:吨|立方|公里|人|辆|元|度|千瓦)|的(?!\d)|[项人户条件]|对应|增长|均|以来|计划|约"
)
_OF_A_RULE = re.compile(r"[一-鿿]{2,6}(?:制度|机制)")
_NAMED_MEETING = re.compile(r"总体|情况|会?上|听取|要求|指出|强调")


Cycle = tuple[int, int, str]
"""Where a cycle stands, and its cue."""


def find_cycles(norm: str, start: int, end: int) -> list[Cycle]:
    """Every cycle between ``start`` and ``end``: where it stands, and its cue; firm ones (每月) before 定期."""
    found = []
    for hit in _CYCLE.finditer(norm, start, end):
        if _NO_CYCLE_AFTER.match(norm, hit.end()) or (
            hit[0].endswith(("例会", "调度", "通报")) and _NAMED_MEETING.match(norm, hit.end())
        ):
            continue
        if hit[0] in ("定期", "不定期") and _OF_A_RULE.match(norm, hit.end()):
            continue
        vague = hit[0] in ("定期", "不定期", "年度")
        found.append((hit.start(), hit.end(), "cue.regularly" if vague else "cue.cycle"))
    return sorted(found, key=lambda f: f[2] == "cue.regularly") if len(found) > 1 else found
