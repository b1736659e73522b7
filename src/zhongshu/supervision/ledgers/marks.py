"""Signs that a matter is withdrawn: struck out, 取消, 撤销, 作废, 已销号."""

from __future__ import annotations

import re

_WORDS = r"取消|撤销|撤回|作废|销号|终止|停办|不再(?:实施|执行|推进|督办|办理|列入|跟踪)|停止(?:实施|督办)|中止|删除|剔除|移出(?:台账|清单)|已(?:移出|退出|调出)"
_DENIED = re.compile(
    rf"(?:未|不|尚未|待|拟|申请|建议|暂不|暂未|没有|可|请|能否|否)(?:予|能|可|同意)?(?:{_WORDS})|(?:{_WORDS})(?:中|前|条件|申请|流程|材料|程序|标准|后)|^否"
)
_IN_STATUS = re.compile(_WORDS)
_SHORT = re.compile(
    rf"^[（(【\[]?(?:本?(?:事项|任务|项|条|项目)?)?(?:已|予以|现已|经研究|同意|上级)?[^，。；]{{0,8}}?(?:{_WORDS})[^，。；]{{0,4}}[)）】\]]?[。，；]?$"
)
_BRACKETED = re.compile(
    rf"[（(【\[](?:该?事项)?(?:已|现已|予以)?(?:{_WORDS})[)）】\]]|^(?:已?(?:取消|作废|撤销|销号))[:：]\s*"
)


def status_withdraws(text: str) -> bool:
    """Whether a status or remark says that the matter is withdrawn (未销号 and 待取消 do not)."""
    return bool(_IN_STATUS.search(text)) and not _DENIED.search(text) and len(text) <= 40


def progress_withdraws(text: str) -> bool:
    """Whether the progress consists of nothing but that sign."""
    return len(text) <= 16 and bool(_SHORT.match(text)) and not _DENIED.search(text)


def without_mark(task: str) -> tuple[str, bool]:
    """The task without a bracketed sign (（已取消）), and whether there was one."""
    bare = _BRACKETED.sub("", task).strip()
    return (bare, bare != task) if bare else (task, False)
