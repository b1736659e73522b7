"""The verbs of services to employees. Each is one use case: one transaction, one trail."""

from zhongshu.welfare.services.answer import answer, report_back
from zhongshu.welfare.services.ask import ask
from zhongshu.welfare.services.come_up import come_up, come_up_all
from zhongshu.welfare.services.export import export
from zhongshu.welfare.services.keep import change_service, offer_service, set_calendar
from zhongshu.welfare.services.own import give_back_own
from zhongshu.welfare.services.papers import send_back, supplement
from zhongshu.welfare.services.redate import reached, recompute
from zhongshu.welfare.services.submit import submit
from zhongshu.welfare.services.take import take_file
from zhongshu.welfare.services.withdraw import withdraw

__all__ = [
    "answer",
    "ask",
    "change_service",
    "come_up",
    "come_up_all",
    "export",
    "give_back_own",
    "offer_service",
    "reached",
    "recompute",
    "report_back",
    "send_back",
    "set_calendar",
    "submit",
    "supplement",
    "take_file",
    "withdraw",
]
