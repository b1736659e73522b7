"""The papers that lie in every package: metadata, the journal's chain, how to check it all."""

import json
import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from xml.etree import ElementTree as Xml

from django.conf import settings as house

from zhongshu.archive import offline, settings
from zhongshu.archive.models import Deposit
from zhongshu.archive.services.package import Package
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.language import in_office_language
from zhongshu.platform.journal.models import GENESIS, Entry

FORMAT = "zhongshu-archive-package/1"
XML_UNFIT = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

README = """归档信息包
档号：{code}
题名：{title}
保管期限：{retention}
归档时间：{at}（{by}）

这个文件夹里有什么
  files/                 归档的文件，按顺序编号
  metadata.json          元数据（供程序读）
  metadata.xml           元数据（按 DA/T 46 分组；带 provisional="true" 的项名未经核对原标准）
  journal.jsonl          办理全过程留痕，每条带前一条的摘要
  manifest-sha256.txt    全部文件的 SHA-256 摘要清单
  manifest-sm3.txt       全部文件的 SM3 摘要清单（含上面那份清单）
  check.py               检查程序，只用 Python 自带功能

不用本系统怎样检查
  一、在本文件夹内运行：sha256sum -c manifest-sha256.txt
  二、或运行：python3 check.py
      它还会检查有没有缺少的、外来的文件，并重算留痕链条。
  三、把 check.py 最后两行显示的摘要，与归档登记（留痕中“归档”一条）里的摘要核对，
      两者相同，说明整包没有被替换。
"""


def readme(deposit: Deposit, actor: Actor) -> bytes:
    """README.txt, for a person who has only this folder."""
    with in_office_language():
        text = README.format(
            code=deposit.code,
            title=deposit.title,
            retention=deposit.get_retention_display(),
            at=deposit.at.isoformat(timespec="seconds"),
            by=actor.name,
        )
    return text.encode(errors="replace")


def checker() -> bytes:
    """check.py: the very module that this program itself checks with."""
    return Path(offline.__file__).read_bytes()


def journal_lines(entries: Sequence[Entry]) -> bytes:
    """The chain, one entry a line, with all that is needed to compute the digests again."""
    heads = [GENESIS, *(bytes(entry.hash) for entry in entries)]
    return b"".join(_line(entry, head) for entry, head in zip(entries, heads, strict=False))


def _line(entry: Entry, head: bytes) -> bytes:
    told = {
        "seq": entry.seq,
        "at": entry.at.isoformat(timespec="microseconds"),
        "actor_id": entry.actor_id,
        "actor_name": entry.actor_name,
        "acting_for_id": entry.acting_for_id,
        "acting_for_name": entry.acting_for_name,
        "verb": entry.verb,
        "data": entry.data,
        "prev_hash": head.hex(),
        "hash": bytes(entry.hash).hex(),
    }
    return json.dumps(told, ensure_ascii=False).encode() + b"\n"


def metadata(
    package: Package,
    deposit: Deposit,
    files: Sequence[Mapping[str, object]],
    entries: Sequence[Entry],
    actor: Actor,
) -> dict[str, object]:
    """Everything known of the package, as metadata.json tells it."""
    return {
        "format": FORMAT,
        "archival_code": deposit.code,
        "fonds_code": package.organ.fonds_code,
        "organ": package.organ.name,
        "category": settings.category(),
        "year": deposit.year,
        "retention": deposit.retention,
        "retention_source": deposit.retention_source,
        "class_code": deposit.class_code,
        "item_number": deposit.item,
        "title": deposit.title,
        "deposited_at": deposit.at,
        "deposited_by": actor.name,
        "matter": package.matter.as_facts(),
        "described": dict(package.metadata),
        "files": list(files),
        "journal": {
            "stream": package.journal,
            "entries": len(entries),
            "digest": house.JOURNAL_DIGEST,
            "head": bytes(entries[-1].hash).hex() if entries else bytes(32).hex(),
        },
    }


def as_json(told: Mapping[str, object]) -> bytes:
    """``told`` as metadata.json, moments and days in ISO 8601."""
    return json.dumps(told, ensure_ascii=False, indent=1, default=_plain).encode(errors="replace") + b"\n"


def _plain(value: object) -> str:
    return value.isoformat() if hasattr(value, "isoformat") else str(value)


def as_xml(told: Mapping[str, object], at: datetime) -> bytes:
    """metadata.xml: elements named after DA/T 46-2009's contents (rule A-13 {S}); the rest is provisional."""
    root = Xml.Element("归档信息包", {"格式": FORMAT, "归档时间": at.isoformat(timespec="seconds")})
    _add(root, "聚合层次", "文件")
    _group(root, "来源", {"全宗名称": told["organ"], "立档单位名称": told["organ"]})
    numbers = {
        "全宗号": told["fonds_code"],
        "年度": told["year"],
        "保管期限": told["retention"],
        "机构或问题": told["class_code"],
        "类别号": told["category"],
        "件号": told["item_number"],
    }
    _add(root, "电子文件号", told["archival_code"])
    _group(root, "档号", {"档号": told["archival_code"], **numbers})
    described = told["described"]
    extra = described if isinstance(described, Mapping) else {}
    _group(root, "内容描述", {"题名": told["title"]})
    _group(root, "业务描述", extra, provisional=True, named="项")
    electronic = _group(root, "电子属性", {}, provisional=True)
    files = told["files"]
    for file in files if isinstance(files, list) else []:
        _add(electronic, "文件", file["title"], {k: str(v) for k, v in file.items() if k != "title"})
    return (
        b'<?xml version="1.0" encoding="UTF-8"?>\n' + Xml.tostring(root, encoding="unicode").encode() + b"\n"
    )


def _group(
    root: Xml.Element, name: str, values: Mapping[str, object], *, provisional: bool = False, named: str = ""
) -> Xml.Element:
    group = Xml.SubElement(root, name, {"provisional": "true"} if provisional else {})
    for key, value in values.items():
        _add(group, named or key, value, {"名称": key} if named else {})
    return group


def _add(parent: Xml.Element, name: str, value: object, attributes: Mapping[str, str] | None = None) -> None:
    fit = {key: XML_UNFIT.sub("\ufffd", text) for key, text in (attributes or {}).items()}
    Xml.SubElement(parent, name, fit).text = XML_UNFIT.sub(
        "\ufffd", _plain(value) if value is not None else ""
    )
