"""What is often said, by deed: the field it goes into, and the phrases."""

from django.utils.translation import gettext_lazy as _

PHRASES = {
    "reminder": ("id_note", (_("请明日说明原因"), _("请附现场照片"), _("请按期办结"), _("请先报初步方案"))),
    "instruction": (
        "id_text",
        (
            _("同意。"),
            _("请抓紧办理，按期回告。"),
            _("请牵头单位说明原因，明日报我。"),
            _("请有关单位阅研。"),
        ),
    ),
    "aside": (
        "id_aside",
        (_("一般性要求，不单独立项。"), _("已有督办事项在办。"), _("由各单位日常工作落实。")),
    ),
}
