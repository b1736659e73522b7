"""How the spine's verbs are told in a timeline."""

from django.utils.translation import gettext as _

from zhongshu.platform.journal.sentences import register

register("matters.swept", lambda d: _("到期检查：%(red)s 件转红，%(yellow)s 件转黄") % d, icon="clock")
register(
    "matters.recounted",
    lambda d: _("核对累计数：共 %(totals)s 项，更正 %(differences)s 项") % d,
    icon="clock",
)
register("matters.handed_over", lambda d: _("将经办事项由%(from)s移交给%(to)s") % d, icon="arrow-forward-up")
register("matters.handed_to", lambda d: _("经办人由%(from)s换为%(to)s") % d, icon="arrow-forward-up")
register(
    "matters.due_shifted",
    lambda d: _("节假日安排更新，时限由%(old)s改为%(new)s") % d,
    icon="calendar-event",
)
register("matters.read", lambda d: _("已阅"), icon="eye")
