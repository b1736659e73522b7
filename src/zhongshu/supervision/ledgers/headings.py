"""The grammar of column headings: which part a heading names, and how plainly."""

from __future__ import annotations

import re
from functools import lru_cache

from .composed import composed
from .model import Part
from .periods import is_period

_UNIT = r"(?:单位|部门|科室|处室|股室|机构|地区|主体|责任方|镇街|乡镇)"
# (part, weight, pattern searched in the heading without blanks and brackets); the heaviest that fits wins.
_GRAMMAR: tuple[tuple[Part, int, str], ...] = (
    (Part.NUMBER, 30, r"^(?:序|序号|编号|项次|顺序|顺序号|序列|No\.?|NO\.?|№|号|[总分小]序号?|流水号|条目号|督办件(?:编号|号)|件号|案号|(?:提案|建议|议案|信访)(?:编)?号|(?:任务|事项|督办|立项|项目|清单|工作|台账|问题|线索|整改|批示|督办单|交办单)(?:编[号码]|序号|号)|(?:行|件|顺)[次号序]|排序|ID|Id|id|.{1,6}(?:编号|序号))$"),
    (Part.CATEGORY, 27, r"^(?:一级|上级)(?:任务|目标|项目)$|^(?:专项|专班|行动|板块|领域|方面|类别)名称$|^所属.{2,6}$|^(?:战线|口径|系统|条块|条口|大类|中类|小类|攻坚行动|专项行动|.{0,4}专班)$|^任务?来源分类$|^工[序段]$|(?:算|属于?|归)?哪(?:一?[个]?[块摊类]|方面)(?:工作|事)?$"),
    (Part.CATEGORY, 30, r"^(?:资金|投资|经费)(?:类别|类型|分类)$"),
    (Part.CATEGORY, 29, r"^(?:问题|隐患|诉求|反映|困难|风险).{0,3}(?:类别|类型|分类|领域|性质|定性|归类)$"),
    (Part.OTHER, 31, r"(?:建设|工程|项目)规模|^(?:具体|主要|问题)表现$|^(?:问题|隐患|风险).{0,2}(?:位置|点位|地点|部位|图斑|照片|图片|数量)$|^(?:基本|主要)?(?:情况|项目|案件)?(?:简介|概况|背景)$|^基本(?:情况|信息|案情)$|^案情|(?:级别|层级|等级|程度|满意度|优先级|重要性)$"),
    (Part.OTHER, 31, r"户籍|籍贯|(?:住址|居住地|年龄|性别|民族|职业|党派|界别|政治面貌|身份证号?码?)$|(?:申请|申请执行|被?申请|被执行|当事|委托|受害|承租)人$|^(?:原|被)告$|^(?:领衔|提议|提出|附议)(?:代表|委员)(?:姓名)?$|^(?:第一)?(?:提出|提案|提议|建议|议案|领衔|附议|反映|投诉|举报|来访|来信|来电|信访|诉求|上访|报告|发现|检查)(?:人员?|者|人姓名|单位及?个人)$|^是否(?:属实|公开)$"),
    (Part.CATEGORY, 24, r"^(?:要点|工作)?条目$|^(?:.{0,4}(?:行业|产业|产业链|赛道|维度|主题|战区|片区|方向|业务|工作线|体系))$|(?:类别|类型|分类|板块|领域|门类|归类|条线|(?<!功能)模块)$|^(?:类|类属|所属类别|专项|方面|大项|模块|一级指标|分项|任务分类)$"),
    (Part.TASK, 20, r"^(?:整改|改进|督[查办导])(?:建议|意见)$"),
    (Part.TASK, 26, r"^(?:[Kk]ey[Rr]esults?|KRs?|关键结果)(?:[（(]?KRs?[）)]?)?$"),
    (Part.CATEGORY, 24, r"^(?:[Oo]bjectives?|[Oo])$"),
    (Part.PROBLEM, 28, r"^(?:[Bb]lock(?:ers?|ed)|[Rr]isks?)|难处"),
    (Part.SUPPORT, 28, rf"^(?:其[他它余]|共同|会同|联合|相关|涉及|关联|次要)(?:责任|承办|配合|参与|牵头)?{_UNIT}"),
    (Part.SUPPORT, 28, rf"(?:配合|协办|参与|协助|协同|协调|会办|会商|联动|从责|联办|协作|参加|支持)(?:责任|推进|落实|实施|服务|执行|办理|承办|整改|处置)?{_UNIT}"),
    (Part.SUPPORT, 28, r"^(?:施工|承建|监理)(?:单位|企业|方)$"),
    (Part.SUPPORT, 26, r"^(?:配合|协办|参与|协助|协同|会办|联办|协作|服务|保障|支撑)(?:方|者|力量)?$|^(?:服务|保障|支撑|包保服务)(?:单位|部门)$|^责任.*(?:配合|协办|参与)$|^谁(?:来)?(?:配合|协助|参与)$"),
    (Part.LEADER, 25, r"(?:责任|分管|包联|包保|包案|包抓|挂点|挂钩|挂联|牵头|主管|督办|联系|带队|市|县|区|局|委|校|院|厅|督导|负责|主抓|挂帅|包挂|协调)?领导(?:姓名|同志|及职务)?$"),
    (Part.LEADER, 24, r"(?:责任人|负责人|责任者|包保人|包联人|负责同志|责任同志|第一责任人|牵头人|承办人|主办人|具体负责|落实人|跟踪人)(?:员|姓名)?$|^联系(?:常委|副[市县区]长)$|^(?:分管|主管|联系|包联|挂联|牵头|督导)(?:副?[市县区旗州厅局院校]长|副?书记|副?主任|副总|秘书长)$"),
    (Part.LEADER, 30, r"(?:责任人|负责人|领导|承办人|经办人|路长|河长)(?:姓名)?[及和、/](?:职务|职位|(?:联系)?电话|手机|联系方式)"),
    (Part.LEADER, 24, r"责任人及(?:职务|电话|联系方式)|^(?:路|链|河|湖|林|田|片|段|点|组|专班)长$|^责任(?:人|领导)"),
    (Part.LEADER, 22, r"^(?:经办|承办者?|跟进人|对接人|执行人|跟办人|首席服务官|服务专员|项目经理|[Oo]wner)$"),
    (Part.LEADER, 12, r"^(?:经办人|联络员|联系人|人员|姓名)"),
    (Part.LEAD, 28, rf"(?:牵头|主办|主责|主要责任|第一责任|主体责任)(?:负责|推进|落实|实施|责任)?{_UNIT}"),
    (Part.LEAD, 26, rf"(?:责任|承办|负责|落实|办理|实施|执行|整改责任|整改|完成|任务|被督办|主管|推进|责任主体){_UNIT}"),
    (Part.LEAD, 26, rf"(?:归口(?:管理)?|业主|项目|建设|被督[查办导]|属地|对口|管理|经办|包抓|包联|组织|牵头市[直级]|牵头[县区省]直){_UNIT}|^(?:责任|承办|牵头|主办|属地|实施)(?:[市县区局院校厅村]|县区|县市区|乡镇|镇街|街道|社区|村居|企业|公司|学院|党支部|支部)$"),
    (Part.LEADER, 26, r"^谁(?:来)?办$"),
    (Part.LEAD, 25, r"^(?:责任.*)?(?:牵头|主办|主责)(?:方)?$|^责任主体$|^(?:承办|主办)$|谁(?:来)?(?:办|干|改|抓|负责|牵头|落实|整改)|^交办去向$"),
    (Part.LEAD, 16, r"^责任(?:分工|落实|体系|方|链条?|清单)$|^[三四五六]?包责任$"),
    (Part.LEAD, 13, r"^(?:所[属在])?(?:县区|县市区|区县|地区|(?:行政)?区域|行政区划|地市|市州|乡镇|镇街|街道|学院|院系|分公司|子公司)(?:名称)?$"),
    (Part.LEAD, 14, rf"^{_UNIT}(?:名称)?$"),
    (Part.PROGRESS, 28, r"^截[至止](?:目前|当前|.{1,6}[日月底])$|^(?:工作|任务|整改)?(?:进度|进展|落实|办理|推进|完成)(?:情况)?说明$"),
    (Part.DUE, 30, r"(?:验收|反馈|答复|签约|开工)(?:时限|期限|截止)"),
    (Part.DUE, 27, r"(?:时限|期限|截止|办结日|完成日|截至)|^限[办时定].{0,3}(?:时间|日期|日)$"),
    (Part.DUE, 26, r"(?:计划|要求|预计|应|拟|规定|目标|限定|任务|工作|整改|预期|约定)?(?:完成|办结|整改|办理|销号|结束|交付|落实|到期|竣工)(?:的)?(?:时间|日期|节点)"),
    (Part.DUE, 30, r"(?:要求|规定|应|限定?|最迟|计划)(?:反馈|回复|报送|上报|报告|答复|回告|办复)(?:的)?(?:时间|日期)"),
    (Part.DUE, 26, r"(?:到期|办结|完成|截止|交账|报结|销号)(?:日|年限|年份|月份|时点)$|^(?:倒排)?工期$|序时(?:要求|进度要求)|(?:时间|时序)进度(?:要求|安排)$"),
    (Part.DUE, 26, r"(?:工期|时间|时限|日期|期限|进度).{0,4}(?:竣工|完成|完工|结束|终止|截止|办结|止|迄|终)$"),
    (Part.DUE, 26, r"^(?:计划|预计|拟|应|要求|目标)(?:完成|完工|竣工|投产|办结|结束|交付|投用)$"),
    (Part.OTHER, 29, r"^(?:计划|预计|拟|实际)?(?:开工|开始|启动)$|^实际(?:完成|完工|竣工|办结|投产|交付|销号)|^所在(?!单位|部门|科室)|^(?:点位|地点|位置|地址|桩号)$"),
    (Part.OTHER, 26, r"(?:预期|预计|目标|标志性|拟形成).{0,3}(?:成果|成效|效果)|成果形式|交付(?:物|成果)|完成标志"),
    (Part.DUE, 25, r"(?:时间|进度)节点|时间要求|节点要求|时间安排|限时|限期|^DDL$|[Dd]eadline|什么时候|何时"),
    (Part.DUE, 15, r"^(?:时间|日期|节点)$|时间|日期"),
    (Part.PROGRESS, 27, r"办复(?:情况|结果)|面商情况|进展|推进[情状]况|跟踪落实|完成(?:实效|到什么程度)|落实情况|办理情况|工作情况|开展情况|完成情况|执行情况|整改情况|目前情况|最新情况|办结情况|进行情况|实施情况|推动情况|工作成效|取得成效|怎么样|动态|现状|^(?:最新)?更新$|^(?:[Pp]rogress|[Uu]pdates?)$"),
    (Part.PROGRESS, 28, r"^截[至止](?:目前|当前|.{1,6}[日月底]).{0,6}(?:进展|进度|情况|完成|落实)|(?:进展|完成|落实|推进|办理)(?:情况)?(?:反馈|汇报|小结)$|(?:单位|部门|科室)反馈(?:情况|意见|内容)?$"),
    (Part.PROGRESS, 26, r"成效$|^(?:目前|当前|现|最新|近期)(?:的)?(?:状况|情况)$|(?:已(?:完成|开展|做|采取|推进)|(?<!拟)(?<!应)(?<!需)采取)(?:的)?(?:整改|主要)?(?:工作|任务|措施|事项)(?:及成效|和成效)?|(?:完成|落实)任务情况|^(?:工作)?(?:小结|总结)$"),
    (Part.PROGRESS, 20, r"进度|办理结果|落实结果|完成率|完成比例|(?:完成|达成)度|反馈情况|回复|反馈内容|答复|^(?:第?[一二三四1-4]季度|上半年|下半年|(?:1[0-2]|[1-9])月份?)$"),
    (Part.PROBLEM, 28, r"(?:存在|遇到|主要|突出|面临|需要?解决|待解决|困难).{0,8}(?:问题|困难|事项|难点)|薄弱|焦点|主要矛盾|(?:矛盾|梗阻|阻滞)点?$|影响.{0,4}因素|急难愁盼|(?:预警|亮灯|扣分|欠进度|欠账)原因|瓶颈|症结|影响因素|阻碍|困难|障碍|风险|卡在|难在|不足$|堵点|难点|痛点|隐患(?:情况|内容|描述|问题|名称)?$|(?:未|没有|滞后|逾期|延期|超期).{0,6}(?:原因|理由)|^(?:疑难|滞后|问题|延误|存在)?原因(?:分析)?$|诉求|^反映(?:的)?(?:问题|内容|情况|事项)$|卡点|制约|短板|未完成原因|滞后原因|(?:滞后|逾期|未完成|未办结|偏差|缓慢).{0,2}(?:说明|分析)"),
    (Part.PROBLEM, 29, r"(?:进展|进度|推进|完成|落实).{0,2}(?:缓慢|滞后|不力|偏差).{0,3}(?:原因|情况|说明|分析)$"),
    (Part.PROBLEM, 26, r"(?:求助|请求|提请.{0,4}|需(?:要|请)?(?:.{0,2}(?:领导|市|县|区|上级))?(?:关注|研究|决策|明确)的?)事项|(?:需要?|待|请求|提请|拟请).{0,4}(?:协调|支持|帮助)|协调(?:解决)?的?(?:事项|问题)$|偏差(?:情况)?$"),
    (Part.PROBLEM, 18, r"问题"),
    (Part.STATUS, 26, r"状态|^[Ss]tatus$|是否|办结与否|完成与否|亮灯|红绿灯|灯号|预警|销号$|销号情况|^(?:办结|完成)$|评价|考核等次|红黄绿|标识$|^颜色$|^(?:督[办查]|办理)结论$|在办|有效性|办结情况$"),
    (Part.REMARK, 26, r"备注|^(?:[Cc]omments?|[Nn]otes?|[Rr]emarks?)$|^备考$|说明$|^其[他它]$|^注$|附注"),
    (Part.OTHER, 29, r"^(?:.{0,4}电话|.{0,4}手机号?|联系方式|联络员|职务)|(?<!及)(?:电话|手机|联系方式)$|来源(?!分类)|(?<!计划)(?<!预计)销号(?:时间|日期)$|(?:完成|考核|验收|评价|销号|整改|整治|治理|达标)标准$|^(?:任务|事项|项目|问题|督办|目标|总|已?办结|已?完成|未完成)(?:总)?(?:件)?(?:数|数量|件数|总数)$|^(?:目标|指标)值$|^(?:工作量|成果|(?:回访|复查|复核|验收|核查).{0,4})$|办结[^，]*[（(]实际|(?:批示|交办|来访|来信|来电|信访|上访|提案|建议|反映|诉求|投诉|举报|求助|申诉|报修|发现|检查|复查|巡查|附议)(?:领导|人员?|者|代表|委员|时间|日期)$|(?:委员|代表|群众|来电人|信访人|提案人|对象)(?:的)?(?:意见|评价|态度|反馈)$|(?:交办|下达|立项|批示|启动|开始|开工|实际|填报|更新|上报|反馈|报送|接收|登记|签收|会议|印发|发文|分办|起始).{0,4}(?:时间|日期|人|单位)|文号|依据|签字|签名|金额|投资|资金|(?:延期|督办|催办)次数|分值|权重|得分|(?:责任|牵头|联系)科室?人?电话|^下一步|^下步|推进计划|(?<!被)(?:督办|督导|督查|督促|监督|监管|验收|考核|审核|销号|复核|报送|填报|交办|来文|立项|牵头督导|行业监管|指导)(?:单位|部门|科室|主体|机关)|^督[办查导](?:人|员)?$|佐证|附件|^(?:问责|追责|奖惩|公示|公开|约谈|催办|提醒|签收).{0,2}(?:情况|结果|记录)$|(?:工期|时间|日期|时限|期限).{0,4}(?:开工|开始|启动|起始?)$"),
    (Part.TASK, 25, r"(?:具体|工作|重点|督办|督查|目标|主要|年度|改革|整改|分解|细化|任务|交办|议定|办理|落实|立项|督促|承办)(?:任务|事项|内容)|^(?:任务|事项)(?:名称|内容|描述)?$|(?:任务|事项)(?:名称|内容|描述|要点|分解|清单)?$"),
    (Part.TASK, 22, r"重点工作|工作内容|主要工作|工作要点|重点项目|工作名称|项目名称|工程名称|实事|(?:批示|指示|议定|决定|决议)(?:内容|要求|精神)?|^工作$|行动项|^项目$|要办理?的事|解决(?:办法|途径)|做什么|干什么|^(?:怎么|如何)(?:改|办|干|做|整改|落实)$"),
    (Part.TASK, 17, r"工程$|项目$|行动$"),
    (Part.TASK, 22, r"^案由$|^事由$|^摘要$"),
    (Part.TASK, 19, r"^议题(?:名称|内容)?$"),
    (Part.TASK, 16, r"措施|举措|内容|事由|标题|(?:整改|整治|处置|治理|防范|管控)(?:的)?(?:具体)?要求"),
    (Part.TASK, 15, r"(?<!单位)(?<!企业)(?<!公司)(?<!部门)(?<!场所)(?<!商户)(?<!店铺)名称"),
    (Part.TASK, 9, r"要求|目标|标准|任务|事项|工作"),
)  # fmt: skip
_COMPILED = tuple((part, weight, re.compile(pattern)) for part, weight, pattern in _GRAMMAR)
_BOTH = re.compile(
    r"(?:牵头|主办|主责|责任|承办)(?:单位|部门|科室)?[/／、及和与]{1,2}(?:配合|协办|参与|协助|支持)"
)
"""One column for who leads and who supports: 主办单位/协办单位."""
_AND_WHO = re.compile(
    r"(?P<task>.+?)(?:及其?|和|与|、|/|／)(?:牵头|责任|承办|主办|落实)(?:单位|部门|科室|处室)"
)
"""议定事项及责任单位: one column for what is to be done and, behind it, by whom."""
_ASIDE = re.compile(r"[（(【\[][^）)】\]]*[）)】\]]")
_BRIEF = {"主": "主办", "牵": "牵头", "协": "协办", "配": "配合", "辅": "配合"}
PLAINLY = 14
"""A heading that is listed less plainly is also understood as it is built."""
_CERTAIN, FORMERLY, _LISTED = 29, 13, 20
_FORMER = re.compile(r"原(?!因)")
"""原定时限: what holds no longer, where the column beside it tells what does."""
_REACHED = re.compile(r"(?P<who>.+?)(?:姓名)?[及和、/](?:职务|职位|(?:联系)?电话|手机|联系方式)$")
"""经办人及电话: no plainer than 经办人 is, where another column names who is in charge."""
_RUNG = re.compile(r"(?P<who>.+?)[及和与、/]其?(?:联系|办公|值班)?(?:电话|手机号?码?|联系方式|联系人)")
"""责任单位及联系电话: who it is, and where to ring."""
_HOW_FAR = re.compile(r"(?:工作|目前)?(?:进展|推进|落实|完成|办理)(?!中|过程|时|不)")
_HARD = re.compile(
    r"(?:问题|困难|[难堵卡痛]点|瓶颈|障碍|短板|制约|阻碍)(?:[和与、及](?:问题|困难|原因|建议))?"
)
"""办理难点: what is hard about it, where 落实情况和困难 tells how far as well."""
_WHEN = re.compile(r"起止|时间|日期|工期|时限|期限|时序|节点|周期")
_UNTIL = re.compile(r"(?:计划|预计|拟|应)?(?:完成|结束|截止|完工|竣工|办结|止|终|至|迄)(?:时间|日期)?")
_SINCE = re.compile(r"(?:计划|预计|拟|应)?(?:开始|启动|开工|起始?|始|自|从)(?:时间|日期)?")
"""起止 over 开始 and 完成: since when, until when."""
_PLANNED = re.compile(r"(?:目标|计划|安排|节点|打算|预期|要求|任务)$")
"""进度计划 over 3月 and 6月: what is to be reached by then."""
_MOVES = re.compile(r"(?:进度|进展|推进|完成|落实)(?:情况)?$")
"""资金支付及工程进度 over 5月 and 6月: how far it is, whatever else the heading names."""
_CHAIN = re.compile("责任|[三四五]方")
_LINKS = {"监管": Part.LEAD, "行业监管": Part.LEAD, "属地": Part.SUPPORT, "企业": Part.SUPPORT}
"""责任链条 over 监管, 属地 and 企业: who sees to it, and those with whom."""
_GENERIC_CHILD = re.compile(r"(?:单位|部门|科室|名称|内容|时间|日期|情况|姓名|领导|人员?|事项|责任人|负责人)")


@lru_cache(maxsize=4096)
def part_of(heading: str) -> tuple[Part, int] | None:
    """The part that one heading names and how plainly, or None.

    >>> part_of("完成时限（月底）")[0]
    <Part.DUE: 'due'>
    """
    bare = _ASIDE.sub("", heading).strip("：:*＊、.") or heading.strip("（）()")
    if (
        (rung := _RUNG.fullmatch(bare))
        and (who := part_of(rung["who"]))
        and who[0] in (Part.LEAD, Part.SUPPORT)
    ):
        return who
    hits = _named(bare)
    if not hits or max(hits)[1] is Part.OTHER:
        aside = _named_aside(heading, bare)
        if aside and aside[0] in (Part.LEAD, Part.SUPPORT) and aside[1] >= 20:
            return aside
    if not hits:
        return None
    weight, part = max(hits, key=lambda hit: hit[0])
    return _weighed(heading, bare, part, weight)


def _named(bare: str) -> list[tuple[int, Part]]:
    """What a heading may name: by what is listed and, where that says little, by how it is built."""
    hits = [(weight, part) for part, weight, pattern in _COMPILED if pattern.search(bare)]
    if not hits or max(hits)[0] < PLAINLY:
        hits += [(weight, part) for part, weight in filter(None, [composed(bare)])]
    if is_period(bare) and (not hits or max(hits)[0] < _LISTED):
        hits.append((_LISTED, Part.PROGRESS))
    return hits


def _named_aside(heading: str, bare: str) -> tuple[Part, int] | None:
    """What the brackets of a heading name: 责任（牵头）."""
    asides = (aside[1:-1] for aside in _ASIDE.findall(heading))
    return next((hit for inner in asides if inner != bare for hit in [part_of(inner)] if hit), None)


def _weighed(heading: str, bare: str, part: Part, weight: int) -> tuple[Part, int]:
    """``part``, put right by the other words of the heading."""
    if (
        part is Part.LEAD
        and (what := _AND_WHO.fullmatch(bare))
        and (part_of(what["task"]) or (None, 0))[0] is Part.TASK
    ):
        return Part.TASK, weight
    if part is Part.SUPPORT and _BOTH.search(bare):
        return Part.LEAD, weight
    if part is Part.DUE and _FORMER.match(bare):
        return part, FORMERLY
    if part is Part.DUE and "实际" in heading:
        return Part.OTHER, weight
    later = _HOW_FAR.match(bare) if part is Part.PROBLEM and weight < _CERTAIN else None
    if later and _HARD.fullmatch(bare, later.end()):
        return part, weight
    if later:
        return (Part.PROGRESS, weight) if later.end() < len(bare) and "未" not in bare else (part, weight)
    if part is Part.LEAD and re.search(r"[（(](?:配合|协办|参与)[^）)]*[）)]", heading):
        return Part.SUPPORT, weight
    if part is Part.LEADER and (reached := _REACHED.fullmatch(bare)):
        who = part_of(reached["who"])
        weight = max(_LISTED, who[1]) if who else weight
    if part is Part.LEADER and re.search(r"配合|协[办助同]|参与", bare):
        weight -= 16
    return part, weight


def part_of_path(path: tuple[str, ...]) -> tuple[Part, int] | None:
    """The part that a column names whose headings stand one below the other (责任单位 over 牵头)."""
    if not path:
        return None
    last = _BRIEF.get(path[-1], path[-1])
    if len(path) > 1 and _WHEN.search(path[-2]):
        if _UNTIL.fullmatch(last):
            return Part.DUE, _CERTAIN
        if _SINCE.fullmatch(last):
            return Part.OTHER, _CERTAIN
    if len(path) > 1 and _CHAIN.match(path[-2]) and last in _LINKS:
        return _LINKS[last], _CERTAIN
    own = part_of(last)
    if len(path) > 1 and is_period(last):
        if _PLANNED.search(path[-2]):
            return Part.OTHER, _CERTAIN
        wider = part_of_path(path[:-1])
        if (wider and wider[0] is Part.PROGRESS) or _MOVES.search(path[-2]):
            return Part.PROGRESS, max(wider[1] if wider else 0, _LISTED)
    told = own and own[0] in (Part.LEAD, Part.SUPPORT) and own[1] >= 20
    told = told or (own is not None and own[0] is Part.PROBLEM)
    if len(path) > 1 and not told and (_GENERIC_CHILD.fullmatch(last) or len(last) <= 2):
        joined = part_of(path[-2] + last)
        if joined and joined[1] >= 20:
            return joined
    if own and (own[1] >= 14 or len(path) == 1):
        return own
    above = part_of_path(path[:-1])
    return (above[0], above[1] - 2) if above else own


def names_both(heading: str) -> bool:
    """Whether one heading names who leads and who supports."""
    return bool(_BOTH.search(heading))


def mixes(heading: str, *parts: Part) -> bool:
    """Whether a heading names several parts at once (责任单位及责任人, 进展情况及存在问题)."""
    pieces = [p for p in re.split(r"及其?|和|与|、|/|／|[（()）]|暨", heading) if p]
    return set(parts) <= {hit[0] for hit in map(part_of, pieces) if hit}
