"""Verbs of supervision whose sentences cannot be told without their data, by name; and those that are told without."""

from django.utils.translation import gettext_lazy

from zhongshu.platform.journal.sentences import name, register

register("supervision.tied", gettext_lazy("关联要督办的单据"), icon="link", reserved=("number",))
register("supervision.taken_under", gettext_lazy("列入督办"), icon="link", reserved=("number",))
NAMES = {
    "supervision.figures_asked": gettext_lazy("索取数据"),
    "supervision.part_moved": gettext_lazy("分解任务有进展"),
    "supervision.taken_over": gettext_lazy("从原台账接过来"),
    "supervision.whole_moved": gettext_lazy("上级事项有变化"),
    "supervision.paper_filed": gettext_lazy("督办文书归档"),
}
name(NAMES)
