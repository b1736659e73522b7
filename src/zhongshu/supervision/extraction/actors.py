"""Who stands as subject at a place: units, the post of one of them, or a person with a post."""

from __future__ import annotations

import re

from .directory import Directory
from .letters import hurried, one_of
from .names import (
    CLAUSE_VERB,
    FOREIGN,
    GENERIC_ONLY,
    HAS_FOREIGN,
    OPENS_FOREIGN,
    THOSE_IN_CHARGE,
    is_listed_unit,
    is_unit,
)
from .people import person_behind
from .segmentation import NUMBERING, Piece
from .unit_lists import POST_OF, read_subject
from .vocabulary_cues import ADVERBS, DELIVERABLE, DEONTIC
from .vocabulary_people import ANY_SURNAME
from .vocabulary_units import POST_ENDINGS
from .written_lists import split_list

_POST = re.compile(
    rf"(?P<who>(?:(?![由请])[一-鿿]{{2,5}}(?:常委|成员|书记)、)?(?:(?![请由转交按根在对以经报])[一-鿿“”]|（[一-鿿]{{1,4}}）){{0,10}}?(?:{'|'.join(sorted(POST_ENDINGS, key=len, reverse=True))}|(?<![人成全动党会委官职学演队议球复雇店船])员|同志)(?:[{ANY_SURNAME}][一-鿿]{{1,2}}(?:同志)?|[老小][{ANY_SURNAME}])?)(?=[、和及或与]|[是为][^，。；]{{2,12}}责任人，|{DEONTIC}|每|严格|认真|具体(?=负责)|总[牵协调][头调度]|总负责|全程|保持|负责|负总责|主抓|切实|牵头|亲自|对|按|[作做]好|组织|督促|协调|统筹|跟进|调度|包联|包保|联系|分管|召集(?!人)|领办|领衔|签批(?=执行|办理)|当面|上门|入户|督办|包案|挂帅|带队|[牵抓]总|\d|[本下]?周[一二三四五六日]|[本下]周|到会|来[我到]|[今明][天日晚]|即日起|[月年]底|[盯跟催][着一紧上]|自己|轮流|代[我为]|先(?!进|后|行)|把(?!关|握)|阅(?=，(?:并|抓|请|要))|[于在])"
)
_LEADS_BY_DEED = re.compile("(?:包联|包保|帮扶|督办|督导|承办|主办|协调|联系)领导")
_NO_POST = re.compile(r"可(?!可)|通过|根据|按照|向|[把将对](?!外)")
_OWNER = re.compile(
    r"批?转?(?P<who>[^，。；：—\n]{2,60}?)(?:(?P<you>请?注意[：，]|同志：)|：|——)(?=[^，。；：\n]{4})"
)
_LONGEST_OWNER, _LONGEST_ITEM, _LONGEST_DOER = 40, 62, 10
# 区政府各部门：现将… greets, 联系单位：市发改委 labels; neither puts anybody in charge.
_SALUTED = re.compile(r"：(?:现将|现就|你|贵|根据|按照|为)|(?<!各)(?:单位|部门)：")
_EACH_POST = re.compile(rf"各[一-鿿]{{1,8}}(?:{'|'.join(POST_ENDINGS)}|班主任|护士长|支书|联络员|秘书)")
_OWN_HEADS = re.compile(
    r"(?:各?单位|部门)?(?:党政)?(?:主要|分管)(?:领导|负责同志|负责人)(?:同志)?(?:要)?(?:亲自|具体|直接)?(?:抓|负责|挂帅|过问|部署)"
)
_TOLD = re.compile(
    r"(?P<who>[一-鿿“”（）、]{2,24}?)(?:(?:发现|接到|收到|遇到|遇有|得知|接报)[^，。；]{1,16}?(?:后|时)?，?)?(?:也|还|均|都|则)?(?![要应须需]当?经)(?:(?<![主重需只纪摘概简首扼])要(?![求素点闻件])|应当|(?<![相响供反适对效])应(?![急用对])|(?<!必)须(?!知)|必须|务必|(?<![所急必亟无不])需(?![求要氧]))"
)
# 压测吞吐要达到每秒8000笔: what is to be reached, not who reaches it.
_MEASURED = re.compile(r"(?:达到?|不低于|不少于|不超过|控制在|保持在|[提升降压]到)[^，。；\d]{0,4}\d")
# 单位领导和保密小组要…: two, where the first is a post.
_AND_ANOTHER = re.compile(r"(?<=领导|主任|书记|局长|科长|组长|院长|校长|人员)[和及与或](?=[一-鿿]{2,})")
_NOBODY = re.compile(
    hurried(
        r"但|还(?!款)|也|既|部分|有的|个别|少数|一些|会议|大会|这|此|该|其(?!他|余)|我们|大家|同时|必要|原则|一律|今后|下一步|目前|当前|特别|尤其|首先|其次|最后|另外|此外|因此|所以|为此|对此|同样|凡|如|若|任何时候|一[是要]|[二三四五六七八九十][是要]|全[市县区省]上下|第"
    )
)
_THINGS = tuple(
    (
        "工作 项目 资金 问题 原因 报告 方案 内容 信息 材料 文件 制度 措施 结果 情况 纪要 议题 建议 提案 意见 计划 系统 平台 事项 台账 数据 标准 "
        "活动 时间 金额 比例 会议 公文 任务 目标 指标 经费 费用 规划 政策 办法 规定 机制 体系 设施 设备 工程 建筑 产品 货物 食品 药品 车辆 "
        "道路 河道 水库 房屋 土地 档案 印章 合同 协议 决定 决议 通知 通报 批示 指示 命令 公告 证书 许可 行为 过程 程序 环节 阶段 方式 形式 "
        "质量 水质 效率 水平 能力 作风 思想 认识 态度 精神 纪律 要求 原则 责任 职责 权限 范围 重点 难点 关键 核心 基础 前提 条件 名单 清单 表格 "
        "记录 凭证 票据 账目 案件 事件 事故 灾害 疫情 隐患 矛盾 纠纷 检查 督查 考核 评估 总结 点位 标段 工段 验收 整改 整治 治理 服务 管理 监督 监管 执法 培训 宣传 "
        "试点 改革 建设 发展 创新 创建 保护 收费 标识 标志 广告 牌匾 网站 栏目 稿件 图片 答复 回复 复文 复函 议案 指挥 领导 期间 期限 时限 格式 水库 名录库 项目库 数据库 专家库 人才库 信息库 知识库 资源库 储备库 题库 入库 出库 情形 数量 险情 灾情 警情 火情 舆情 急件 一般件 督办件 批件 办件 以后 之后 时候 率 面 时 前 后 中 内 上 下"
    ).split()
)
# 会议纪要须…, 项目工期明确为…: what is spoken of is a thing, nobody acts; the actor before does not go on.
OWN_THING = re.compile(
    rf"(?!将|把|对|按|根据|并|(?:{DELIVERABLE})(?!{'|'.join(sorted(_THINGS, key=len, reverse=True))})|(?:{DEONTIC}))[^，。；]{{0,22}}?(?:{'|'.join(sorted(_THINGS, key=len, reverse=True))})(?:一般|原则上|均|都|也|一律)?(?:应当?|须|必须|务必|务于|要(?![求素点])|明确为|于(?=[\d一二三四五六七八九十每本次上下])|由(?!此|于))(?![^，。；]{{0,24}}(?:报|送|反馈|提交))"
)
_KINDS = ("机关", "单位", "机构", "部门")
_GENERAL = re.compile("各|全|有关|相关|组织|督促|指导")
_VERB = re.compile(hurried(DELIVERABLE))
_VERB_OR_ADVERB = re.compile(hurried(f"{ADVERBS}|{DELIVERABLE}"))
_WHOSE = re.compile(
    r"(?P<who>(?:各|有关|相关)[一-鿿]{0,8}?(?:单位|部门|县区|区县|乡镇|镇街|街道|科室|处室|学校|企业|公司|社区)|各(?:县|市|区|乡|镇)(?:（[^（）]{1,6}）)?)的?"
    r"[^，。；：、]{2,24}(?:方案|名单|情况|计划|总结|报告|材料|台账|清单|表|意见|信息|数据)(?:(?:请|应|须|要|务必?)?于(?=[\d每本今明一二三四五六七八九十会收])|(?=\d{1,2}[月日号]|[本下][周月]|[今明][天日]|[月年]底))"
)
# 各考点6月15日前…, 各定点零售药店于3月底前…: those whom 各 speaks of act where a day or a pace follows.
_EACH = re.compile(
    r"(?P<who>各(?!自|位|项|类|种|个|方面|地区?[^，。；]{0,4}工程)(?:(?![逢每自从])[一-鿿]){1,10}?(?:（[^（）]{1,6}）)?)(?:要|应|须|也|均|都)?"
    r"(?=[于在]?(?:(?:\d{4}年|今年|明年)?\d{1,2}月|\d{1,2}[日号]之?前|[本下][周月]|[今明][天日晚]|[月年]底|年内|[一二三四]季度|[上下]半年|会[前后]|收到)|自(?:己|行)?[扫查管纠评清筹备带理](?![一-鿿]?[的了])|每(?:[日天周月季年旬]|半年|学期)|(?:立即|尽快|抓紧|限期|按时)(?!的))"
)
_BY_KIND = ("单位", "企业", "机构", "部门", "个人", "申请人", "当事人")
_IN_CASE = re.compile(
    rf"(?P<who>[一-鿿]{{0,6}}?(?:{'|'.join(_BY_KIND)}))(?![的和与及、会])[^，。；的]{{2,60}}的，(?:应当?|须|必须|要)(?!求)"
)
# The letters of which a clause must have one each for these.
TOLD_BY, OWNED_BY, IN_CASE_OF = one_of(_TOLD), one_of(_WHOSE), one_of("|".join(_BY_KIND))
_OF_POSTS, OF_EACH = one_of(_POST), one_of(_EACH)
# …牵头、…参与的: a unit that only describes what follows is no subject.
ATTRIBUTE = re.compile(
    r"来[电函信](?:询问|咨询|反映)|(?:刚才?|昨天)?(?:讲|说|反映|来电|来信)了?[，：]|(?:牵头|主导|为主|参与|组成|参加|负责|主持|审核|审定|批准|制定|印发)(?:、[^，。；]{1,20}(?:参与|参加|配合))?的(?!基础|前提|同时)"
)


# 县医院迁建项目要加快进度: the unit only tells whose project it is.
_ITS_PROJECT = re.compile(
    r"(?!组织|督促|指导|协调|推[动进]|抓好|做好|负责|完成|加快|牵头|会同)[^，。；、由请将把对为]{0,12}?(?:项目|工程|标段)(?:建设)?(?:(?:进[展度]|推进)?(?:缓慢|滞后)|要(?!求)|应|须|务必|力争|确保|于|\d|今年|年底|月底)"
)


def units_or_their_post(norm: str, at: int, end: int, directory: Directory | None) -> list[Piece]:
    """The units at ``at``, or the post of the last of them (市政府主要领导)."""
    if opens_no_name(norm, at, directory):
        return []
    pieces = read_subject(norm, at, directory)
    if pieces and pieces[-1][1] > end:
        pieces = [p for p in pieces if p[1] <= end]
    if not pieces:
        return []
    if len(pieces) == 1 and _ITS_PROJECT.match(norm, pieces[0][1], end):
        return []
    if post := POST_OF.match(norm, pieces[-1][1], end):
        pieces[-1] = (pieces[-1][0], post.end())
    return with_officer(norm, pieces)


def with_officer(norm: str, pieces: list[Piece]) -> list[Piece]:
    """委员薛志刚 behind 村委会, 贺建平 behind 村会计: the last of ``pieces`` with who holds the post, by name."""
    hit = _OFFICER.match(norm, pieces[-1][1]) if pieces else None
    if hit and (hit["post"] or norm.endswith(_MINOR_POSTS, *pieces[-1])):
        return [*pieces[:-1], (pieces[-1][0], hit.end())]
    return pieces


_MINOR_POSTS = ("委员", "会计", "支书", "文书", "干事", "干部")
_OFFICER = re.compile(
    rf"(?P<post>副?(?:{'|'.join(_MINOR_POSTS)}|主任|书记|队长|组长|站长|所长))?[{ANY_SURNAME}][一-鿿]{{1,2}}"
    r"(?=牵头|负责|具体|对接|联系|主抓|办理|落实|协调|组织|统筹|督促|跟进)"
)


# 县信访局挂账督办: an organ that opens a clause acts, whatever the verb, unless a longer word or the name of a thing begins there.
_ORGAN = re.compile(
    r"(?![一每原])(?:(?![各有相本该某的])[一-鿿](?<![和及与](?![一-鿿]{2}(?:建设|保障|规划|计划|技术|化))(?!旅游|改革|商务))){2,}"
    r"(?:[局厅科处]|(?<![督承交主协代帮申经])办|委|委员会|办公室|政府|法院|检察院|[支大中]队|街道|派出所|指挥部|领导小组|专班|党委|(?<!全)部|公司|集团|中心|厂|[村社区]委会)"
)
_OWNS_IT = re.compile(
    r"[的、和及与内外级系自员等）（：，。；”]|长(?!期)|工作|项目|工程|建设|改造|办公|系统|[官网]|门户|平台|领导|党组|常委|干部|人员|职工|负责|班子|主要|分管|所属|下属|直属|机关|大[楼厅院]|门口|附近|周边|楼|辖区|范围|名下|资金|经费|账户|文件|意见|方案|规定|要求|通知|制度|有关|相关|认为|介绍|表示|汇报|反映|关于|[一-鿿]{0,4}(?:以来|期间)|[^，。；]{0,12}(?:进展|进度|推进|整改)(?:严重|较为?|相对|明显|不够)?(?:滞后|缓慢|不力|迟缓)"
    r"|(?<=处)[罚理置分境于]|(?<=科)[学技研目普级]|(?<=厂)[房区矿家商煤]|(?<=委)[托员派任屈]|(?<=办)[法理学事好案结发]|(?<=局)[面部势限]|(?<=厅)[级堂]|(?<=部)[门分署件位]|(?<=队)[伍列]|会议"
    r"|(?<=政府)(?:规章|采购|性|投资|债|信息|购买|职能|部门|机构|令|补贴|引导|主导)|(?<=中心)(?:城|小学|校|村|镇|医院|组|思想|内容|环节|任务|地带|区)|(?<=公司)(?:法|债|化|治理|注册|章程|登记)"
)
_SHORT_NAME = 4
_ORGAN_LETTER = re.compile("[局委办厅科处部厂队院府道所组班司团心室会]")
_REACH = 24
_OPENS_NONE = frozenset(
    "一二三四五六七八九十0123456789每原各有相本该并把将对按在从以为要应须需确力不其全加做抓坚完切"
)


def found_subject(norm: str, at: int, end: int, directory: Directory | None) -> list[Piece]:
    """The organs that open a clause where no word is known that may follow them."""
    if norm[at : at + 1] in _OPENS_NONE or not _ORGAN_LETTER.search(norm, at + 1, min(end, at + _REACH)):
        return []
    if at and norm[at - 1] not in "，。；：\n 　、）" and not NUMBERING.match(norm, 0, at):
        return []
    pieces = [p for p in read_subject(norm, at, directory, free=True) if p[1] < end]
    if not pieces or any(sign.match(norm, pieces[-1][1], end) for sign in (_OWNS_IT, ATTRIBUTE)):
        return []
    return pieces if all(_is_organ(norm[a:b]) for a, b in pieces) else []


def _is_organ(name: str) -> bool:
    """By a plain ending, and nothing before it that is done."""
    return bool(_ORGAN.fullmatch(name)) and (len(name) <= _SHORT_NAME or not _VERB_OR_ADVERB.match(name))


def opens_no_name(norm: str, at: int, directory: Directory | None) -> bool:
    """Whether a clause opens with what stands in no name (要…, 切实…, 把…): nothing need be looked for."""
    fresh = not at or norm[at - 1] in "，。；：\n "
    if not fresh or not OPENS_FOREIGN.match(norm, at) or (directory and directory.match(norm, at)):
        return False
    return not THOSE_IN_CHARGE.match(norm, at)


def item_owner(norm: str, start: int, at: int, end: int, directory: Directory | None) -> list[Piece]:
    """The units that open an item or a sentence and a colon sets apart (18.市园林局：依据职能…; 立案庭：6月底前清空…)."""
    hit = _OWNER.match(norm, at) if _is_set_apart(norm, at) else None
    if not hit:
        return []
    numbered = NUMBERING.fullmatch(norm, start, at)
    opens = numbered or (start == at and norm[:at].rstrip()[-1:] in ("", "。", "；", "："))
    if not opens or (not numbered and _SALUTED.search(norm, hit.end() - 3, hit.end() + 3)):
        return []
    pieces = split_list(norm, *hit.span("who"), directory)
    names = [norm[a : b - len(person_behind(norm[a:b]))] for a, b in pieces]
    fits = bool(hit["you"] or not at)  # 各处室：, at the head of a note, tells who is meant
    told = all(is_unit(n, directory) and (fits or not GENERIC_ONLY.fullmatch(n)) for n in names)
    return pieces if told or (fits and _EACH_POST.fullmatch(hit["who"])) else []


def _is_set_apart(norm: str, at: int) -> bool:
    """Whether a colon or a dash stands within the reach of an owner's name."""
    colon = norm.find("：", at, at + _LONGEST_ITEM) > 0 or norm.find("——", at, at + _LONGEST_ITEM) > 0
    return colon or norm.find("注意，", at, at + _LONGEST_ITEM) > 0


def bare_owner(norm: str, start: int, end: int, directory: Directory | None) -> list[Piece]:
    """The units of 张沟村： or 二、秘书科：, whose items follow; nobody if the sentence says more or names no unit."""
    number = NUMBERING.match(norm, start, end)
    at, stop = number.end() if number else start, start + len(norm[start:end].rstrip())
    colon = norm.startswith(("：", "。"), stop - 1) and (number is not None or norm[stop - 1] == "：")
    alone = number is not None and start == 0 and norm.find("。", at) < 0  # 二、县财政局 in a line
    if not (colon or alone) or stop - at > _LONGEST_OWNER:
        return []
    pieces = split_list(norm, at, stop - colon, directory)
    closed = norm.startswith("。", stop - 1)
    named = all(
        (_named_alone(norm[a:b], directory) if closed else is_listed_unit(norm[a:b], directory))
        and "：" not in norm[a:b]
        and not GENERIC_ONLY.fullmatch(norm[a:b])
        for a, b in pieces
    )
    return pieces if named else []


def _named_alone(name: str, directory: Directory | None) -> bool:
    """县公安局。 names a unit; 建设服务中心。 and 盘活闲置宅基地。 are titles."""
    return is_unit(name, directory) and not _VERB.match(name)


def post_subject(norm: str, at: int, end: int) -> list[Piece]:
    """A post that stands as subject (党组书记, 分管副局长张三)."""
    found: list[Piece] = []
    if not _OF_POSTS.search(norm, at, end):
        return found
    while hit := None if _OWN_HEADS.match(norm, at, end) else _POST.match(norm, at, end):
        named_by_deed = _VERB.match(hit["who"]) and not _LEADS_BY_DEED.fullmatch(hit["who"])
        if len(hit["who"]) < 2 or named_by_deed or _NO_POST.search(hit["who"]):
            return []
        found.append((hit.start("who") + hit["who"].rfind("、") + 1, hit.end("who")))
        if norm[hit.end() : hit.end() + 1] not in "、和及或与":
            return found
        at = hit.end() + 1
    staff = read_subject(norm, at, None) if found else []
    return [*found, *staff] if staff and staff[-1][1] <= end else []


def told_subject(norm: str, at: int, end: int) -> list[Piece]:
    """Whoever stands before a word of duty (班组要…, 制定机关、实施机关应当…), if the words are not those of a thing."""
    hit = _TOLD.match(norm, at, end)
    if not hit or _MEASURED.match(norm, hit.end(), end):
        return []
    pieces, start = [], at
    for part in _AND_ANOTHER.sub("、", hit["who"]).split("、"):
        if not can_act(part):
            return []
        pieces.append((start, start + len(part)))
        start += len(part) + 1
    return pieces


def whose_thing(norm: str, at: int, end: int) -> list[Piece]:
    """各单位工作方案于7月底前报…: those whose thing it is hand it in."""
    hit = _WHOSE.match(norm, at, end)
    return [hit.span("who")] if hit else []


# 各站安检仪坏的，收到通知后2天内报修: those of whom only some are meant.
_EACH_WHOSE = re.compile(
    r"(?P<who>各[一-鿿]{0,4}?(?:[站所科室村镇乡校局办院队组班厂店]|社区|街道|单位|部门|车间))(?![一-鿿]?[的、和])[^，。；：、应要须由把将]{2,14}的，$"
)


def each_subject(norm: str, at: int, end: int) -> list[Piece]:
    """各考点6月15日前…: those whom 各 speaks of, if the word is not that of a thing."""
    hit = _EACH.match(norm, at, end) or (
        _EACH_WHOSE.match(norm, at, end) if norm[at : at + 1] == "各" else None
    )
    return [hit.span("who")] if hit and can_act(hit["who"]) else []


def in_case(norm: str, at: int, end: int) -> list[Piece]:
    """单位录用职工的，应当…: whose case it is acts."""
    hit = _IN_CASE.match(norm, at)
    named = hit and (hit["who"] in _BY_KIND or is_unit(hit["who"]))
    return [hit.span("who")] if hit and named else []


_ASIDE = re.compile(r"（[^（）]*）")


def can_act(name: str) -> bool:
    """Whether a bare name can be somebody: no verb, no adverb, not the word of a thing."""
    bare = _ASIDE.sub("", name)
    if bare.endswith(_KINDS) and _told_by_deed(bare):
        return True
    if len(bare) < 2 or "（" in bare or "）" in bare or HAS_FOREIGN.match(bare) or _NOBODY.match(bare):
        return False
    return not (bare.endswith(_THINGS) or CLAUSE_VERB.match(bare) or _VERB_OR_ADVERB.match(bare))


def _told_by_deed(name: str) -> bool:
    """规范性文件制定机关, and 备案机关的法制机构: an organ or a part of it named for its deed."""
    whole, _, part = name.rpartition("的")
    doer = (whole or part)[:-2]
    deed = _VERB.fullmatch(doer[-2:]) or CLAUSE_VERB.fullmatch(doer[-2:])
    told = deed and len(doer) <= _LONGEST_DOER and not _GENERAL.search(doer)
    return bool(told) and not FOREIGN.search(whole or part) and not (whole and FOREIGN.search(part))
