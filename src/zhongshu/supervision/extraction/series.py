"""What a stretch of text has from those beside it: one that goes on with what was asked needs less evidence of its own."""

from __future__ import annotations

import re

from .casting import Segment

# 分工如下：A核编，B备案岗位: whoever stands behind it is told to act, whatever the verb.
_TELLS_WHO = re.compile(
    r"(?![^：。]{0,40}(?:人员|成员|名单|组成))[^：。]{0,40}?(?:分工|如下|部署|安排|议定|商定|敲定|明确|决定|要求)(?:如下|事项)?：(?=[^。]{2,24}[，；])"
)
_BRIEF = 18  # letters of a sentence that only says who does what: 督查室跟踪督办。

# 市检察院对非法捕捞案件依法提起公益诉讼。 after a thing asked: an organ of a place, told what to do.
_SHORT = 60
_OF_A_PLACE = re.compile(
    r"(?:[省市县区州盟旗镇乡师](?!场|民|内|外|级|长|委、|域)|各(?!项|类|种|方|自|位|级)|沿[江海河])[一-鿿]{1,12}?(?:[局厅委办院场站所处科队校部社企行馆]|中心|公司|集团|法院|政府|街道|乡镇|团场|部门|单位|[市县区])(?!要(?:切实|深刻|高度|充分))"
    r"(?=[一-鿿]{0,2}(?:对|将|把|组织|做好|牵头|负责|会同|按|依法|定期|统一|推[进动广]|开展|建立|完[成善]|落实|提|派|协|制|编|督|指导|加|排|抓|出|梳|汇|摸|研|办|启|设|开|实|审|核|清|修|保|监|整|治))"
)


def goes_on_asking(norm: str, start: int, end: int, *, asked: bool) -> bool:
    """Whether the sentence ``start`` … ``end`` goes on with a row of things asked; ``asked``: the one before asks for one."""
    if asked and (norm.endswith("；", 0, start) or end - start <= _BRIEF):
        return True
    if asked and end - start <= _SHORT and _OF_A_PLACE.match(norm, start, end):
        return True
    return "：" in norm[start:end] and bool(_TELLS_WHO.match(norm, start, end))


# How one writes to those one works with: by @, by the day or the hour, to 你 and 老王, in the words of every day.
_NOTE = re.compile(
    r"[@＠👍🙏]|咱|你(?![们单贵省市县区局委办厅州镇乡村街处科部院校厂公])|(?<![一-鿿自敌忘本])我(?![们国省市县区州镇乡局委厅处科院校部办公单])|[给替跟叫报抄代听找发送交]我(?![国省市县区州局委厅])|[老小][王李张刘陈杨黄赵吴周徐孙马朱胡郭何高罗郑梁谢宋唐许韩冯邓曹彭]"
    r"|一[下遍趟][，。；：！\n]|[看催查问核清理]一[看催查问核清理遍]|这周|[这下]个?礼拜|看看[，。；]|盯着|给个?说法|今[晚早]|明[早晚晨]|后天|[\d]{1,2}号(?:[之以]?前|晚|早|[上下中]午|下班)|(?<![\d.])\d{1,2}[./]\d{1,2}前|[早晨]会|碰头会|(?:定|讲|说|点|交代)了?[一二三四五六几两\d]{1,2}(?:条|件|个)(?:事|[：，。])|班前会|例会|交班|弄[好完清]|搞定|[派来找]人|(?<![分区识])别[一-鿿]{1,2}(?:了|把|等|忘|拖)|务必[^，。；]{1,6}[！，。]|拿个|列个|写个|出个|下班前|[一-鿿](?:好|完|齐|掉)[。；，]"
)
_LONGEST_NOTE = 700
# An endorsement or a record of a call, by how it opens; the offices of the house told by their bare names (医保办周五前…).
_ENDORSED = re.compile(
    r"\s*(?:已?阅(?!读)|拟?同意[。，]|督办：|收到?[。，]|此[件事]|(?:[^，。；：]{0,6}[件信函访])?(?:转|批转)[^，。；：]{2,16}[：，。]|[^，。；：]{2,8}(?:来电|电话|(?<!重要)批示?|口头交代|提醒|注意|留言)[：，]|[^，。；：]{2,10}同志：|电话记录|这件?事|(?![省市县区州国全各本该责牵配])[一-鿿]{1,8}[局处科室部院队]：)"
)
_DOES_BY_THEN = re.compile(
    r"[局处科室办部站所院队](?=[下这本]?周[一二三四五六日末内]|[下本这]个?月|\d{1,2}(?:月\d{1,2}[日号]|月?底|[日号])[之以]?前|[今明后当]天|月底|年前|节前|每[天日周月旬半两三季]|先(?!进|行|后)|联合|同步|牵头|拿|盯|跟|报|查|排|出(?!台)|把(?!关|握)|立即|马上|核[实查对定]|研究|回复|答复|会签|起草|汇总|准备)"
)
_BARELY_NAMED = re.compile(
    r"(?:^|[，。；：、！])\s*(?:请|由|拟请|\d[.、])?(?![省市县区州国全各本该我两其上下有])(?:(?![的了将把对和在为于要应须由请])[一-鿿]){2,7}$"
)
_OF_A_PAPER = re.compile(
    r"第[一二三四五六七八九十百\d]+[条章]|(?:^|\n)\s*(?:（[一二三四五六七八九十]+）|[一二三四五六七八九十]+、|\d+[.、])|会议(?:听取|指出|强调|认为|要求|审议|决定|明确|议定|同意)|[|｜\t]|人民政府|(?:措施|目标|单位|时限|问题)[：:]"
)
_LONGEST_TERSE, _REACH = 240, 12


def is_note(text: str) -> bool:
    """Whether ``text`` is a note to those one works with, where whoever opens a clause is told to act."""
    if len(text) <= _LONGEST_NOTE and _NOTE.search(text):
        return True
    if len(text) > _LONGEST_TERSE or _OF_A_PAPER.search(text):
        return False
    return bool(_ENDORSED.match(text)) or any(
        _BARELY_NAMED.search(text, max(0, hit.end() - _REACH), hit.end())
        for hit in _DOES_BY_THEN.finditer(text)
    )


# 拆迁办讲，…; 实验室搬迁等验收后再定; 食堂还剩…: told, put off or let be.
_LET_BE = re.compile(
    r"(?:[一-鿿\d]{0,8}?(?:也|都|还|就|刚|刚才|昨天|今天|上周|前天|已经?|正|在|一直|最近|目前)?(?:说|讲|反映|表示|介绍|认为|觉得|来电|提出|来信|(?<![慰询追])问过?|回话|转告|指出|强调|通报|汇报|报告了?|剩|差|有(?!序|条|[一-鿿]{1,6}(?:第一时间|马上|立[即刻]|随时|先))|没|无|不(?![停断离关撤漏少得许准歇缺散])|是|暂|等(?=[^，。；]*再)|先(?:不|放|别|等|缓)|可以?|(?<!一)算(?![一算清账出准细好])|能|会(?!同|商|后|[前议]|[^，。；]{1,8}[局委办厅])|更(?![换新改正名替])|很|太|挺|较|比))|[^，。；]{0,20}(?:再[说定议看]|进驻|到访|来访|不错|辛苦|[很较挺]好|好[，。；]?|满意|认可|正常|平稳|良好|[多高频]发|在即|在望|偏[高低多少大小]|严重|突出|紧张|不足|不够|滞后|上涨|下降|来的[一-鿿]{2,6})[，。；]?$"
)


def in_row(norm: str, segment: Segment, *, asked: bool, note: bool) -> bool:
    """Whether ``segment`` stands in a row of things asked, as whoever opens a clause does in a ``note``."""
    if asked and norm[segment.start - 1] in "；，：。":
        return True
    told = note and segment.actor in ("actor.subject", "actor.assigned", "actor.found")
    return told and not is_let_be(norm, segment.predicate, segment.end)


def is_let_be(norm: str, at: int, end: int) -> bool:
    """Whether what stands at ``at`` behind a name is told, put off or let be."""
    return bool(_LET_BE.match(norm, at, end))


def opens_a_row(norm: str, segment: Segment) -> bool:
    """Whether ``segment``, which is no duty by itself, names who acts and a ； parts it from others of its kind."""
    named = segment.actor in ("actor.subject", "actor.found") and not segment.in_series
    return named and norm.endswith("；", segment.start, segment.end)
