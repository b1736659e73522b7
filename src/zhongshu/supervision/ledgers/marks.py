"""Signs that a matter is withdrawn: 取消, 撤销, 作废, 并入第3项. 已销号 is none: what is closed out has been done (rule D-25)."""

from __future__ import annotations

import re
from functools import lru_cache

_NO_MORE = r"不再(?:单独|另行|重复)?(?:实施|设立|答复|列支|安排|督[办导查]|[办受管]理|执行|推[进动]|[列纳]入|列为|保留|单[独列]|跟踪|考核|作为|建设|建立|开设|设立|开展|进行|整改|落实|继续|调度|报送|申报|立项|要求|挂牌|组[织建]|举办|承办|开工|统计|盯办)"
_WORDS = rf"取消|撤销|撤项|撤案|撤回|作废|终止|停[办建]|{_NO_MORE}|停止(?:实施|督办|办理|执行|推进)|中止|删除|剔除|移出|调(?:整)?出|退出|无需(?:再)?(?:办理|实施|督办)"
_DENIED = re.compile(
    rf"(?:未|不|尚未|待|拟|申请|建议|暂不|暂未|没有|可|请|能否|否)(?:予|能|可|同意)?(?:{_WORDS})|(?:{_WORDS})(?:中|前|条件|(?<!撤回)申请|流程|材料|程序|标准|后)|^否"
)
_IT = r"(?:本(?:表|台账|清单)|[本该此这原]?[项条件]?(?:督办)?(?:事项|任务|项目|工作|工程|措施|举措|项|条目?|件)|(?:隐患)?(?:整改|治理|督办|办理)(?=终止|中止|取消|撤销))"
_BECAUSE = r"(?:(?:经|已?按|因|根据|由|应|据|鉴于|上级)[^，。；]{0,20}?)"
_GRANTED = r"[\u4e00-\u9fff]{2,8}(?:批复|批准|决定|同意|明确|通知)"
"""Who has said so: 集团批复终止."""
_MODE = r"(?:现|(?:办结|完成)并?|已经?|予以|决定|同意|研究|明确|均|全部)"
_DAY = r"(?:20\d{2}年)?(?:\d{1,2}月)?(?:\d{1,2}日)?"
_WHEN = (
    rf"(?:{_DAY}(?:[\u4e00-\u9fff]{{2,6}}(?:批示|来文|发文|通知)|20\d{{2}}年度?|今年|本年度?|年内"
    r"|[\u4e00-\u9fff]{2,10}第?[一二三四五六七八九十\d]*次?[\u4e00-\u9fff]{0,3}会议?(?=研究|决定|同意|明确|议定)))"
)
"""When, or what meeting it was that says so: 2026年不再实施, 市委改革委第九次会议决定终止."""
_THING = rf"(?:{_IT}|年度|立项|督办|交办|转办|下达|考核|执行|实施|办理|推进|跟踪|列入|单列|台账|清单|计划|挂牌|整改|治理|化解|包案|合作)"
_CALLED = r"与[\u4e00-\u9fff]{1,6}〔20\d{2}〕\d{1,4}号(?=合并|重复|一并)|与[A-Za-z]+\d[A-Za-z\d-]{2,24}号?(?=合并|重复|一并)|(?:并入|合并[至到入]?)(?:[\u4e00-\u9fff]{1,4}(?<![路街道楼])|[A-Za-z]{1,6}[-－]?)\d{1,16}(?:[-－]\d{1,4})*号?"
"""Merged into a matter by the name that its office numbers it with: 并入人大004号."""
_MERGED = rf"(?:与|同|和|合)?(?:已|现)?(?:(?:并入|合并(?:[至到入]|(?=[第序]))|与)(?:[本上]表|本清单|本台账)?(?:\d{{1,2}}月份?)?第?(?:序号)?\d{{1,8}}(?:[-－.]\d{{1,3}})*(?:[项条号]|号任务|号事项)*|{_CALLED}|与上一?[条项件](?=合并)|与第?(?:序号)?\d{{1,8}}号?(?:提案|建议|议案|事项|任务|件)?(?:内容)?(?:重复|雷同|相同)|并入[\u4e00-\u9fff“”]{{2,14}}(?:(?=一并|统一|统筹)|(?:项目|任务|事项|工程)(?=实施|推进|办理|督办|考核|$)))(?:合并|一并|统一|统筹|任务|事项|工单|提案|建议|问题|督办|办理|推进|处理|实施|落实|考核|解决|修改|修订|件)*"
_GIVEN_UP = r"(?:(?:提案|建议|申请|信访|来访|投诉|来电|反映|诉求|举报|求助|当事|上访|提出|报修)[人者]|(?:领衔)?(?:代表|委员)|群众|居民|住户|业主|提出单位|申报单位|申请单位|企业|商户)(?:于?[\d年月.日]{4,11})?(?:已|主动|自行|自愿|书面|电话|来函|来电|当场|口头|同意|要求|提出)*(?:撤回|撤诉|撤销|撤件|撤案|放弃)"
_THIS_ENDS = rf"[\u4e00-\u9fff]{{0,8}}(?:{_WORDS})(?:本|该|此|这)项?(?:督办)?(?:事项|任务|项目|工作|措施|问题|环节|活动|条|件|项)"
"""Whoever ends it: 街道取消本项."""
_ENDS = re.compile(
    rf"{_THIS_ENDS}|(?:{_IT}?{_BECAUSE})?(?:{_WHEN}|{_IT}|{_MODE}|{_GRANTED}){{0,4}}(?:(?:{_WORDS}){_THING}*|{_MERGED})|(?:{_BECAUSE})?(?:{_MODE}|{_GRANTED}|准予){{1,3}}核减(?:{_THING})*(?<!已核减)|{_GIVEN_UP}(?:{_THING}|诉求|信访|投诉|提案|建议|申请)*|(?:隐患|险情|问题)(?:点|已|自然|自行)*灭失"
)
_DONE_AS_ASKED = re.compile(rf"(?:现|均|全部|已经?)+(?P<deed>{_WORDS})(?:完毕|到位)?")
"""已取消 of a task that asks to 取消 something: it is done."""
_CLAUSES = re.compile(r"[，。；、,;：:\s（）()【】\[\]]+")
_IN_STATUS = re.compile(
    rf"{_WORDS}|^核减$|^(?:已|现)?(?:合并|并案|并单)(?:办理|处理|督办)?$|^(?:已|现)?(?:停止|停办|中止)$|^(?:退[件单]|不予(?:受理|立项|办理))$|^重复(?:件|工单|交办|事项|建议|提案|投诉|信访)?$|(?i:cancel|withdrawn|dropped|void)"
)
_LONGEST, _BRIEFEST, _NAMES = 40, 8, 2
"""No mark is longer; a state that has the word and is no longer than this says it of the matter."""
_BRACKETED = re.compile(
    rf"[（(【\[](?:该?事项)?(?:已|现已|予以)?(?:{_WORDS})[)）】\]]|^(?:已?(?:取消|作废|撤销))[:：]\s*"
)


@lru_cache(maxsize=8192)
def status_withdraws(text: str) -> bool:
    """Whether a status or remark says that the matter is withdrawn (待取消 does not)."""
    brief = (
        len(text) <= _BRIEFEST * (1 + text.isascii()) and _IN_STATUS.search(text) and not _DENIED.search(text)
    )
    return bool(brief) or progress_withdraws(text)


@lru_cache(maxsize=8192)
def progress_withdraws(text: str, task: str = "") -> bool:
    """Whether a clause says that the matter itself ends: 经县长同意，此项取消; 已取消行政许可12项 tells of something else.

    Words of the ``task`` before it (二期不再实施) say that it is meant.
    """
    if len(text) > _LONGEST or _DENIED.search(text):
        return False
    clauses = [clause for clause in _CLAUSES.split(text) if not _is_done_as_asked(clause, task)]
    return any(_ENDS.fullmatch(clause) or _ends_named(clause, task) for clause in clauses)


def _is_done_as_asked(clause: str, task: str) -> bool:
    done = _DONE_AS_ASKED.fullmatch(clause)
    return done is not None and done["deed"] in task


def _ends_named(clause: str, task: str) -> bool:
    """Whether a clause names what the task names, and says that it ends."""
    word = _IN_STATUS.search(clause)
    if word is None or not _ENDS.fullmatch(clause, word.start()):
        return False
    named = clause[: word.start()].strip("已现暂")
    return len(named) >= _NAMES and named in task


def without_mark(task: str) -> tuple[str, bool]:
    """The task without a bracketed sign (（已取消）), and whether there was one."""
    bare = _BRACKETED.sub("", task).strip()
    return (bare, bare != task) if bare else (task, False)
