"""Words that a heading does without: until when, and with whose help."""

from __future__ import annotations

import re

from .vocabulary_units import DIVISION_ENDINGS, GENERIC_ENDINGS, ORGAN_ENDINGS

_MONTH = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})月份?(?:\d{1,2}[日号]|[一二三四五六七八九十]{1,3}[日号]|[上中下]旬|底|末|初)?"
_SPAN = r"(?:[\d一二两三四五六七八九十]{1,3}(?:个工作日|个?自然日|天|日|周|个月|小时)|半年|半个?月)"
_POINT = rf"(?:(?:\d{{4}}|今|明|本|当)年)?(?:{_MONTH}|[上下]半年|(?:第?[一二三四1-4]|本|上|下)季度[末底]?)|(?:今|明|本|当)?年[末底]|\d{{4}}年[末底]?|本?月[底末]|(?:本|下)?(?:周|星期)[一二三四五六日天末]|\d{{1,2}}[日号]|{_SPAN}"
_EVERY = r"(?:每(?:个)?(?:月|周|季度?|年|半年|旬|日))?"
_LEAD_IN = r"(?:(?<!合)并|必?须|需要|(?<![需主重首必])要|(?<![适响反供])应|务必|确保|力争|争取|原则上|最迟|于|在|自收到之日起|收到\w{0,4}后)*"
WHEN = re.compile(rf"{_LEAD_IN}{_EVERY}(?:{_POINT})(?:下班)?(?:之前|以前|前|之内|以内|内)(?:，|,|、)?")
MERELY_WHEN = re.compile(
    r"并?(?:全部|全面|基本|按期|按时)?(?:完成|办结|落实|落实到位|到位|见效|完毕|(?:上?报|报送|呈报|反馈|回告|提交|提请|送)[^，；。]{0,14})?"
)
_ENDINGS = "|".join(
    sorted(
        {*ORGAN_ENDINGS, *GENERIC_ENDINGS, *DIVISION_ENDINGS, *"单位 部门 县 区 市 镇 街道 公司".split()},
        key=lambda ending: (-len(ending), ending),
    )
)
WITH_HELP = re.compile(
    rf"(?:由|请)?(?!加强|强化|推动|推进|做好|深化|健全|完善|建立|动员|组织|引导|鼓励)[^，；。]*?(?:{_ENDINGS})(?:等(?:有关|相关)?(?:单位|部门)?)?(?:负责|积极|密切|共同|按职责(?:分工)?)?"
    r"(?:配合|协助|参与|参加|协同|协办)(?:落实|办理|做好)?"
)
