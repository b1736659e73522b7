"""What stands before who acts in a clause and names nobody: 会议强调，, 二是, 请, 在汛期期间."""

from __future__ import annotations

import re

from .letters import hurried

_SAID = "要求|强调|指出|决定|明确|议定|确定|认为|提出|批示|规定"
_TERM = "期间|阶段|汛期"
_SIDE = re.compile("[一-鿿“”]{2,16}方面，")  # 典型镇培育方面，
# 场部调度会记的：, 王主任刚定的：: whose words follow.
_TOLD_BY = re.compile(
    "[^，。；：\\d]{2,14}(?<!要)(?:定|记|说|讲|交代|要求|通知|转达|安排|布置|传达|强调|提)的："
)
_VOICES = (
    r"(?:[一-鿿]{2,4}|[一-鿿]{2,6}(?:同志|书记|[市县区局厅处乡镇]长|主任))(?:在[^，。；]{0,10}上)?(?:最后|还|再次|特别)?(?:要求|强调|指出)(?:，|：)",
    rf"(?:《[^》]{{1,30}}》)?(?:会议|通知|方案|意见|办法|规定|纪要|领导|市长|书记|县长|[一-鿿]{{1,4}}指)?(?:{_SAID})(?:[，：]|$)",
)
_WORDS = (
    r"(?:转|交|批|送(?!各[^，。；]{0,8}(?:会签|征求|审|阅|签)))(?=[市区县省各])",
    r"(?:其余|其他)(?=各)",
    r"属地(?=[一-鿿]{2,4}(?:街道|镇|乡|社区))",
    r"(?:以后|今后|往后|此后)(?=[一-鿿]{2,10}每)",
    r"转(?=[^，。；]{2,16}(?:研究|阅处|阅研|处理|办理|核实|研处|酌处|阅办|承办))",
    r"建议",
    r"以(?=[^，。；]{2,16}为主，)",
    r"此事",
    r"(?:分管|主管)的(?=[一-鿿]副?(?:[市县区局处院校厂所]长|主任|书记|秘书长))",
    r"[早午晚课][休读饭间修操](?:时|期间)(?=[一-鿿]{2,6}[部处科室组队班])",
    r"[@＠](?:所有人|全体成员|all)[ 　，]*",
    r"(?:电话|短信|微信)(?:通知|转告|告知)(?=[^，。；：]{2,12}：)",
    r"(?:牵头|配合|责任|主办|承办|协办)(?:单位|部门)(?=[省市县区州])",
    r"涉及的?(?=相关|有关)",
    r"(?:各项|该项|每项|有关|相关)[一-鿿]{0,6}(?:任务|事项)的(?=(?:主要)?(?:责任|牵头|承办|主办)(?:单位|部门))",
    r"该项工作",
    r"同时",
    r"此外",
    r"另外",
    r"其中",
    r"下一?步",
    r"下阶段",
    r"原则上",
    r"一般情况下",
    r"会后",
    r"最后",
    r"要求(?=各|全|市|区|县|相关|有关)",
    r"特别是",
    r"一方面",
    r"另一方面",
    r"目前，",
)
_ASIDES = (
    r"(?![一-鿿]{1,10}[局委办部厅科处室队站所心司组]——[^，。；]{0,12}\d)[^，。；：—]{2,16}——",
    rf"(?![一-鿿]{{2,10}}[局委办部厅科处室队站所心司](?:在|暑假|寒假|暑期|假期|春节|国庆))[一-鿿]{{0,10}}(?:{_TERM})(?:（[^（）]{{1,24}}）)?",
)
_MORE = (
    r"(?:[一二三四五六七八九十]|再)是(?!否)",
    r"[一二三四五六七八九十]要",
    r"并",
    r"且",
    r"请",
    r"麻烦",
    r"“(?![^“”，。；]{1,6}”[一-鿿]{0,6}?(?:专班|小组|办公室|指挥部|委员会|办|队|中心|公司|站|行动|工程|机制|制度))",
    r"经[^，。；]{2,20}(?:同意|研究|批准|审定)",
)
# Voices and asides may open with any letter: they are only tried where one of their words stands.
_ANY = re.compile("|".join((*_VOICES, *_WORDS, *_ASIDES, *_MORE)))
_PLAIN = re.compile(hurried("|".join((*_WORDS, *_MORE))))
# 会议强调，: a new voice; nobody of the sentence before is meant any more.
SPEAKS = re.compile(r"\s*会议(?:还|再次|最后|进一步)?(?:指出|强调|要求|认为|提出|号召)")
_OF_ANY = re.compile(f"{_SAID}|——|{_TERM}|的：|方面，")


# 党办提醒：, 赵主任口头交代：, at the head of a note: who speaks; 电话通知城管局： tells whom.
_SPEAKER = re.compile(
    r"(?:[^，。；：\d、]{2,12}(?:提醒|来电|电话|口头交代|交代|传达|转达|批示?|留言|(?<!电话)(?<!口头)(?<!短信)通知)|(?:电话)?记录)[：，]"
)


def lead_in(norm: str, at: int, end: int) -> re.Match[str] | None:
    """What leads at ``at`` up to who acts, if anything does."""
    if at == 0 and (speaker := _SPEAKER.match(norm, at, end)):
        return speaker
    if not _OF_ANY.search(norm, at, end):
        return _PLAIN.match(norm, at, end)
    if norm.find("的：", at, end) > 0 and (told := _TOLD_BY.match(norm, at, end)):
        return told
    if norm.find("方面，", at, end) > 0 and (side := _SIDE.match(norm, at, end)):
        return side
    return _ANY.match(norm, at, end)
