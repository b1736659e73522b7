"""Why a file is not taken in. Each refusal says what to do next."""

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from zhongshu.kernel.refusals import Refusal


class Unacceptable(Refusal):
    """This file cannot be taken in as it is."""

    def __init__(self, code: str, sentence: object, *, hint: object = "", rule: str = "") -> None:
        told = format_lazy("{}{}", sentence, hint)  # beside the field, too, it says what to do next
        super().__init__(code, sentence, fields={"file": told}, rule=rule, hint=hint)


class SecrecyMarked(Unacceptable):
    """It bears a secrecy mark (rules C-01 {V}, C-03 {V})."""

    def __init__(self, rule: str) -> None:
        if rule == "C-03":
            super().__init__(
                "work_secret_mismarked",
                _("工作秘密不得使用“绝密”“机密”“秘密”或★标志，未予接收，也没有留存任何内容。"),
                hint=_("请原单位改标“内部”后再上传。"),
                rule=rule,
            )
        else:
            super().__init__(
                "secrecy_marked",
                _("内容带有国家秘密标志，本系统不得存储、处理，未予接收，也没有留存任何内容。"),
                hint=_("请立即从这台电脑上移除，改用涉密渠道办理，并报告保密员。"),
                rule=rule,
            )


def empty() -> Unacceptable:
    return Unacceptable("empty_file", _("这个文件是空的。"), hint=_("请检查原文件后重新选择。"))


def too_large(limit_bytes: int) -> Unacceptable:
    megabytes = limit_bytes // (1024 * 1024)
    return Unacceptable(
        "file_too_large",
        _("文件超过 %(limit)s MB 的上限。") % {"limit": megabytes},
        hint=_("请压缩图片、拆分文件后再上传。"),
    )


def encrypted() -> Unacceptable:
    return Unacceptable(
        "file_encrypted", _("文件设有打开密码，无法检查和读取。"), hint=_("请去掉密码后另存一份再上传。")
    )


def unreadable() -> Unacceptable:
    return Unacceptable(
        "file_unreadable", _("文件已损坏，读不出内容。"), hint=_("请用原来的软件打开，另存一份后再上传。")
    )


def too_wide() -> Unacceptable:
    return Unacceptable(
        "sheet_too_wide",
        _("表格里有内容离正文太远（按 Ctrl+End 能看到最后一格），读不了。"),
        hint=_("请删掉正文下面和右边多余的行、列，另存一份后再上传。"),
    )


def bomb() -> Unacceptable:
    return Unacceptable(
        "file_expands_too_far",
        _("文件展开后大得不正常，可能被人做了手脚，未予接收。"),
        hint=_("请用原来的软件打开，另存一份后再上传；仍不行请联系系统管理员。"),
    )


def not_accepted(what: str) -> Unacceptable:
    return Unacceptable(
        "type_not_accepted",
        _("不接收这种文件（%(what)s）。") % {"what": what} if what else _("不接收这种文件。"),
        hint=_(
            "可以上传：docx、xlsx、pptx、doc、xls、wps、et、pdf、ofd、txt、csv、png、jpg。压缩包请解开后逐个上传。"
        ),
    )


def open_document() -> Unacceptable:
    return Unacceptable(
        "type_not_accepted",
        _("不接收这种文件（%(what)s）。") % {"what": "odt、ods、odp"},
        hint=_("请用原来的软件打开，另存为 docx、xlsx 或 pptx 后再上传。"),
    )


def with_macros() -> Unacceptable:
    return Unacceptable(
        "file_with_macros",
        _("文件里带有宏（会自动运行的程序），未予接收。"),
        hint=_("请用原来的软件打开，另存为不带宏的 docx、xlsx 或 pptx 后再上传。"),
    )


def misnamed(named: str, found: str) -> Unacceptable:
    return Unacceptable(
        "type_and_name_differ",
        _("文件名写的是 %(named)s，内容却是 %(found)s。") % {"named": named, "found": found},
        hint=_("请用原来的软件打开后另存为正确的格式，不要只改文件名。"),
    )


def without_ending(found: str) -> Unacceptable:
    return Unacceptable(
        "type_and_name_differ",
        _("文件名没有后缀，内容是 %(found)s。") % {"found": found},
        hint=_("请在文件名后面加上 .%(found)s 再上传。") % {"found": found},
    )


def no_text() -> Unacceptable:
    return Unacceptable(
        "no_text",
        _("文件里没有可读取的文字，可能是扫描件或图片。"),
        hint=_("请把正文文字粘贴进来，文件可作为附件上传。"),
    )


def no_reader(what: str) -> Unacceptable:
    return Unacceptable(
        "no_reader",
        _("不能从 %(what)s 文件中提取文字。") % {"what": what},
        hint=_("请另存为 docx 后上传，或者把正文文字粘贴进来。"),
    )
