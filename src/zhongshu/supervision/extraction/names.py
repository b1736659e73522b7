"""What reads as the name of a unit: endings, and what may stand inside."""

from __future__ import annotations

import re
from functools import lru_cache

from .directory import Directory
from .letters import foretold, hurried, standing
from .vocabulary_cues import ADVERB_WORDS, DELIVERABLE, any_of
from .vocabulary_units import (
    AFTER_VERBAL,
    BARE_NOUNS,
    CLAUSE_VERBS,
    DIVISION_ENDINGS,
    FALSE_ENDINGS,
    GENERIC_ENDINGS,
    GENERIC_HEADS,
    NAMING_VERBS,
    ORGAN_ENDINGS,
    POST_ENDINGS,
    PROVINCES,
    SECTORS,
    VERBAL_PARTS,
)

REACH = 26
"""No name of a unit is read longer than this."""

_ENDINGS = tuple(sorted({*ORGAN_ENDINGS, *GENERIC_ENDINGS}, key=len, reverse=True))
FOREIGN = re.compile(
    r"(?<=[局委办厅部队院科处室府心])联合(?=[省市县区州国各有相])|[，。；：！？\n、|《》]|会同|带[着上]|[叫拉]上(?=[一-鿿]{2})|负责|牵头(?!单位|部门|科室|处室|人|领导|指标)|(?<![相响供反适对])应(?![急消])|(?<![申提])请(?!示)|责成|责令|建议|今[天日早晚晨夜]|明[天日早晚晨]|通知|协助(?!单位|部门)|(?<![日晚党情汇申填通简预])报(?=[省市区县国党上中局我分集公镇]|总[公部经])|(?<=[局委办厅部处科室院站])报(?![社告纸名警刊])|(?<=[一-鿿])[你我]|跟(?!踪|班|党)|(?<=[一-鿿])近期|(?<=[长导记任])带队|(?<=[一-鿿])赴(?=各|[省市县区现])|(?<=[录单表料据件果告书款案])交(?=[一-鿿])|(?<![供补配自])给(?!排水|水)|(?<=[一-鿿])该|之日|(?<=[一-鿿])授权|(?<=[件信函诉求单访事项报])转(?=[一-鿿]{2})|须|必须|(?<![机紧])要(?!素|责任单位|责任部门)|让(?!胡路)|(?<=[局委办厅部处科室院站])送(?!货|达|水|电|餐)|送(?=[省市区县国党])|提请|签[批字]|拟(?=[于在将定])|(?<=[一-鿿]{2})后(?=[报交送由将再])|由|把|将(?!军|乐)|对(?!外|口|台)|于(?!都|洪|田)|了|不(?!动产)|的(?!单位|部门|机构|企业|地区|机关|人员|科室|处室|县|市|学校|责任|成员|领导|人员|同志|主管|区|乡镇)"
    r"|同意|(?<![安保])全部|尽快|抓紧|及时|认真|切实|积极|立即|迅速|严格|主动|定期|进一步|继续(?!教育)|尽早|务必|全面(?!深化|依法)|共同|分别|提前|要求|责成|拟请|转交|移交(?=[各省市县区镇乡有相])|划归|调整为|变更为|召开|听取|收到|需|(?<!级)以上|等|是|已|正在|根据|按照|通过|结合|围绕|进行|经(?!信|济|发|开|贸|营|委|理|办|验|销)|向|为(?!民)|每|(?<=[局委办厅部])会(?![议计务展员商办])(?=[^会]*[局委办厅部门])|(?<=[局委办厅部门室科处司所])商(?=有关|相关|[市省县区国]|(?![务业会贸标品户场城])[^，。；]{1,8}(?:局|委|办|队|部|厅|处|科|中心|公司|街道|办公室))|(?<=[室科处局办])转(?=相关|有关|各)|(?<!所)在(?!线|编|建)|从(?!业)|并|以(?!色|上|下)|报[请经送](?!单位|部门|人)|(?<=[局办处科室部])约(?!束|谈)|按(?!揭)|(?<=[一-鿿]{2})逐(?!浪)|交(?=[夜早中晚白]班)|组建|承接|或|受其|(?<=[一-鿿])[两三四五六七八九十]家(?=单位|部门|公司)|[两三四五六七八九十]个(?=重点|牵头|责任|成员|有关|市直|部门|单位)|\d(?:月|/\d)|[年月]底|[\d十一二三四五六七八九]号(?=[之以]?前|下班|[上下]午)|季度|[上下]半年|\d+(?:余|多)?(?:个|家|项|座|条|所|户|名|人|处|万|亿|%)(?!.{0,3}(?:部门|单位))"
)
HAS_FOREIGN = standing(FOREIGN)
OPENS_FOREIGN = re.compile(hurried(FOREIGN.pattern))
_VERBAL = re.compile(any_of(VERBAL_PARTS))
_AFTER_VERBAL = frozenset(AFTER_VERBAL)
_VERB_FIRST = re.compile(
    hurried(
        rf"(?!经|共青|全国|联合会|联合国|公安|公共|规模|重点|具体负责)(?:报(?!社)|送|{DELIVERABLE}|指定|听取|强化|委托|属于|{any_of(w for w in ADVERB_WORDS if len(w) > 1 and '(' not in w and w not in ('联合', '主要', '重点', '年底', '本月', '协同'))})"
    )
)
_SHORT_OFFICE = re.compile(
    r"[省市县区州镇乡旗](?:[一-鿿]{1,5}[^查转交批承主督]|[一-鿿]{0,5}(?:普查|督查|巡查|调查))办|农发行|国开行|进出口行"
)
CLAUSE_VERB = re.compile(hurried(any_of(CLAUSE_VERBS)))
_PROVINCIAL = re.compile(r"(?<=[一-鿿])省(?!级|直|辖|属|际|会|道|力|份)")
_BEFORE_PROVINCE = re.compile(rf"(?:{'|'.join(PROVINCES)}|[全本我你贵各两三外某该中共跨]|、|和|及|与)$")
# 压缩企业, 支持学校: with these behind it a verb acts on them, unless it tells what kind they are (施工企业).
_ACTED_ON = frozenset(("企业", "学校", "地区", "高校", "院校"))
_OF_A_KIND = frozenset(
    (
        "运营",
        "运行",
        "建设",
        "施工",
        "承办",
        "示范",
        "试点",
        "创建",
        "监管",
        "培训",
        "储备",
        "接入",
        "开放",
        "参与",
        "参加",
        "采购",
    )
)
_ACTS = frozenset(("组织", "指导", "督促", "协调", "推进", "统筹", "配合", "监督", "安排"))
# 交信息科, 自3月起, 在全市: what opens so is no name.
_OPENS_NONE = re.compile(
    "结果|[与和及在转到]|[一两二三四五六七八九十]所(?=[学医])|麻烦|接(?![待访转线收入续种驳管诊])|因(?!特)|会(?=[省市县区州][^，。；]{1,12}[局委办厅部队])|组织领导|次[日年晨]|当[日天晚]|逐|去[年冬春夏秋]|今[冬春夏秋]|注明|逾期|自(?!治|然|贸|来水|规)|前(?=主体|完成|全|各|将|由)|限(?!额)|上会|下次|交(?![通警易投管委局办建发控运行口])"
)
_ASIDE = re.compile(r"（[^（）]{0,14}）")
_OPENS_NAME = re.compile(
    r"[一-鿿A-Z“《]|1[12]\d{1,3}(?=[一-鿿])|\d{1,2}号(?=网格|楼[栋组]|车间|院|矿|井|机组)"
)  # 110指挥中心
_LONG_BODIES = ("领导小组", "指挥部", "委员会", "联席会议", "专班")
# 迎接国务院督查工作领导小组, 创建文明城市指挥部办公室: bodies named for what they are for.
_FOR_A_CAUSE = (
    "工作领导小组", "领导小组办公室", "指挥部", "指挥部办公室", "工作专班", "专班办公室", "工作组", "联席会议办公室",
)  # fmt: skip
_CAUSES = tuple(
    "停产 停工 停建 复工 清欠 拆违 控违 招商 迎接 迎 创建 争创 打击 防范 防控 整治 治理 应对 处置 化解 优化 深化 促进 保障 筹备 抗击 支援 申报 巩固 根治 编纂 推进 整顿 清理 规范 扫黑".split()
)
_BOTH_KINDS = re.compile(
    hurried(
        r"(?:全[市县区省])?各?(?:乡镇|镇乡|镇|乡|村|县|市|区|街道|社区|市州|州市|地市)（[^（）]{0,8}(?:市|区|县|街道|社区|镇|乡|村)）区?"
    )
)
_CITIES = re.compile(r"(?:各?试点|各|示范|有关|相关|重点|创建)城市")
_ADDRESSED = re.compile(r"[你贵](?:省|市|县|区|镇|乡|街道|局|委|厅|办|部|处|科|公司|单位|院|校|集团|中心)")
# Units spoken of in general: 相关投资开发企业, 各县区有关责任单位.
_SPOKEN_OF = re.compile(
    r"各局办|(?:各|有关|相关|所有|其他)(?:(?!项|种|类|方面)[一-鿿]){1,10}(?:单位|部门|企业|机构|责任人|学校|院校|高校|公司)"
)
# Staff spoken of by what they do: 责任督查人员, 承办人.
_STAFF = re.compile(
    foretold(
        r"(?:(?![由的将把对在向和及与经])[一-鿿]){1,8}所在的?(?:单位|学院|学校|院系|部门|科室|乡镇|街道|企业|县（?区）?|区县)|(?:[一-鿿]{0,6}(?:包片|包村|驻村|联村|包保|挂点|带班|值班)干部|各?[村组社]?会计|(?:各[一-鿿]{1,3})?(?:与会|会务|记录|教学|科研|党务|学术|行政)秘书)|(?:各|有关|相关|责任|具体|专职|所有)?(?:督查|督办|承办|经办|从业|医务|工作|管理|执法|检查|值班|值守|办案|参会|与会|联络|审核|监督|监管|主办|协办)(?:人员|员|人)(?:和[一-鿿]{2,6}人员)?"
    )
)
THOSE_IN_CHARGE = re.compile(
    r"(?:具体)?(?:负责|承担|承办|主管|分管)(?!的)[一-鿿]{2,10}的[一-鿿]{0,4}?(?:(?:地方|地区)和部门|部门|单位|机构|科室|处室|机关|政府|地方|地区|企业|学校|乡镇|街道|人员)"
)
# 部分乡镇认识不够: spoken of when something is found wanting, never told to act.
_CRITICISED = ("部分", "有的", "个别", "少数", "一些", "有些")
_THOSE_WHO = re.compile(r"的(?:单位|部门|机构|企业|地区|科室|学校|县|区|乡镇|人员|同志)$")
GENERIC_ONLY = re.compile(
    hurried(
        r"其?(?:有关|相关|其他|其它|各)?(?:相关|有关)?(?:责任|成员|牵头|配合|主管|职能)?(?:部门|单位|机构|企业|地区|科室|处室|方面|主管部门|责任单位)(?:（[^（）]{1,6}）)?"
    )
)


_OFFICE_WORDS = re.compile("主要|负责(?=人|同志)")  # verbs elsewhere, in a post (主要负责人) none
_WHOLE_ALL_THE_SAME = (
    "安全部",
    "督查办",
    "保全部",
    "市场所",
    "医生团队",
    "科研处",
    "教研处",
    "考核处",
    "审核处",
)  # though 全部, 场所 and 研处 are no names
# No name ends otherwise; most stretches of a text are told by their last character.
LAST_LETTERS = frozenset(ending[-1] for ending in (*_ENDINGS, *DIVISION_ENDINGS)) | frozenset(
    "）”人员办行市省位校司院团心书计"
)


_NUMBERED = re.compile("[一二三四五六七八九十\\d]{1,2}[队班组科室所]")  # 抢修一队
# 申诉材料医保办, 区住建局委托第三方机构: what is spoken of and who has it, or one and another.
_TWO_THINGS = re.compile(
    "(?:^|(?<=[一-鿿]))(?:材料|名单|清单|台账|[一-鿿]{2}表|课表|[工货]?款|花名册|发票|图纸|照片|通知|慰问品|[尾货余欠]款|工程款|初稿|讲稿|展板|标书|病历|宣传品|菜单|样品)(?=(?!管理|采购|审核|设计|制作)[一-鿿]{2,8}$)|(?<=[局委办厅部处科])委托"
)


def is_unit(name: str, directory: Directory | None = None) -> bool:
    """Whether ``name`` as a whole reads as the name of a unit."""
    return bool(directory and directory.knows(name)) or (name[-1:] in LAST_LETTERS and _reads_as_unit(name))


def _without_asides(name: str) -> str:
    return _ASIDE.sub("", name) if "（" in name else name


@lru_cache(maxsize=65_536)
def _reads_as_unit(name: str) -> bool:
    """By its look alone. A text asks for the same few names again and again."""
    bare = _without_asides(name)
    if bare.startswith(_CRITICISED):
        return False
    if THOSE_IN_CHARGE.fullmatch(bare) or _STAFF.fullmatch(bare) or _BOTH_KINDS.fullmatch(name):
        return True
    if (
        not 2 <= len(bare) <= REACH
        or _OPENS_NONE.match(bare)
        or not _sound(name, bare)
        or _opens_with_verb(bare)
    ):
        return False
    if (bare.startswith("各") and bare.endswith(DIVISION_ENDINGS)) or _ADDRESSED.fullmatch(bare):
        return True
    if bare in BARE_NOUNS:
        return False
    if _CITIES.fullmatch(bare) or _SHORT_OFFICE.fullmatch(bare) or _SPOKEN_OF.fullmatch(bare):
        return True
    whole = not bare.endswith(FALSE_ENDINGS) or bare.endswith(_WHOLE_ALL_THE_SAME)
    return bare.endswith(_ENDINGS) and whole and not _TWO_THINGS.search(bare) and _organ_after_verb(bare)


def is_post(name: str) -> bool:
    """Whether ``name`` reads as a post or a person's title (分管副局长, 党组书记)."""
    return (
        2 <= len(name) <= 20
        and name.endswith(POST_ENDINGS)
        and not HAS_FOREIGN.match(_OFFICE_WORDS.sub("", name))
    )


def is_listed_unit(name: str, directory: Directory | None = None) -> bool:
    """Whether ``name`` may stand in a list of units (looser than :func:`is_unit`: 永福县, 财政 and 各乡镇 may)."""
    if is_unit(name, directory):
        return True
    bare = _without_asides(name)
    if not 1 < len(bare) <= 20 or re.search(r"[，。；：\d]", bare) or bare.endswith(FALSE_ENDINGS):
        return False
    return bare in SECTORS or bare[1:] in SECTORS or (len(bare) <= 10 and bare.endswith(DIVISION_ENDINGS))


def _sound(name: str, bare: str) -> bool:
    """No foreign matter inside (``bare``: without asides): brackets balanced, no verb of assignment, no stop."""
    if name.count("（") != name.count("）") or name.count("“") != name.count("”"):
        return False
    if HAS_FOREIGN.match(bare) or not _OPENS_NAME.match(name):
        return False
    return "省" not in bare or all(
        _BEFORE_PROVINCE.search(bare[: hit.start()]) for hit in _PROVINCIAL.finditer(bare)
    )


def _opens_with_verb(bare: str) -> bool:
    """出台, 报司法部 and 支持企业 are no names; 建设局, 审计局 and 承办单位 are."""
    if CLAUSE_VERB.match(bare) and not _THOSE_WHO.search(bare):
        return True
    hit = _VERB_FIRST.match(bare)
    if not hit or (hit.end() == len(bare) and hit[0] in _ENDINGS) or _THOSE_WHO.search(bare):
        return False
    if bare.startswith(
        ("继续教育", "试点", "建设单位", "施工", "采购人", "行政", "规划", "派出所", "招标", "招生")
    ):
        return False
    rest = bare[hit.end() :]
    if _NUMBERED.fullmatch(rest):
        return False
    if bare.endswith(_FOR_A_CAUSE) and bare.startswith(_CAUSES):
        return False
    if rest in GENERIC_ENDINGS:
        return rest in _ACTED_ON and hit[0] not in _OF_A_KIND
    if hit[0] not in NAMING_VERBS:
        return True
    return rest not in _AFTER_VERBAL and not (
        len(rest) <= 8 and _ends_organ(rest) and not _opens_with_verb(rest)
    )


def _organ_after_verb(bare: str) -> bool:
    """组织部 and 推进办 are names; 组织学校, 督促各县 and 市安委办组织考核组 are not."""
    last = None
    for hit in _VERBAL.finditer(bare):
        last = hit
        rest = bare[hit.end() :]
        if rest.startswith(("各", "全市", "全县", "全区", "全省", "有关", "相关")):
            return False
        if hit.start() == 0 and rest and not _ends_organ(rest):
            return bare.startswith(GENERIC_HEADS) and not rest.startswith(("各", "全", "有关", "相关"))
        if (
            hit[0] in _ACTS
            and (len(rest) > 2 or rest in _ACTED_ON)
            and not rest.endswith(_LONG_BODIES)
            and is_unit(bare[: hit.start()])
        ):
            return False
    return last is None or last.end() == len(bare) or _ends_organ(bare[last.end() :])


def _ends_organ(rest: str) -> bool:
    return (
        rest in _AFTER_VERBAL
        or rest.endswith(AFTER_VERBAL)
        and not re.match(r"各|全[市县区省]|有关|相关|本", rest)
    )


def is_party_and_government(left: str, right: str) -> bool:
    """各县党委 and 人民政府 are spoken of in one breath; 县委 and 县政府 are two."""
    return is_generic(left) and right in ("人民政府", "政府")


def is_generic(name: str) -> bool:
    """Whether ``name`` speaks of units in general (各有关部门)."""
    return name.startswith(("各", "有关", "相关", "其他", "所有"))


def is_particular(name: str) -> bool:
    """Whether ``name`` can be the name of one unit for good: not 有关部门, 你局 or a person's post."""
    if (
        not 2 <= len(name) <= REACH
        or is_generic(name)
        or is_post(name)
        or name.startswith(("该", "本", "我"))
    ):
        return False
    return not (
        GENERIC_ONLY.fullmatch(name) or _ADDRESSED.fullmatch(name) or re.search(r"[，。；、：\s]", name)
    )
