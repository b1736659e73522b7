"""How the keeping of step templates and their work on a matter are told in a timeline."""

from django.utils.translation import gettext as _

from zhongshu.platform.journal.sentences import register

register(
    "supervision.chain_kept",
    lambda d: _("步骤模板“%(name)s”第%(version)s版：%(steps)s") % d,
    icon="list-check",
)
register("supervision.chain_retired", lambda d: _("停用步骤模板“%(name)s”") % d, icon="x")
register("supervision.chain_begun", lambda d: _("按步骤模板“%(name)s”办理：%(steps)s") % d, icon="list-check")
register(
    "supervision.chain_went_on",
    lambda d: _("交办步骤“%(step)s”：%(unit)s，%(due)s前办结（%(number)s）") % d,
    icon="send",
)
register(
    "supervision.chain_halted", lambda d: _("步骤“%(step)s”没有人能接，等接续") % d, icon="alert-triangle"
)
