#!/usr/bin/env python3
"""检查本归档信息包：文件齐全、一字未改、没有外来文件、留痕链条完整。

用法：在本文件夹内运行  python3 check.py
只用 Python 自带的功能（3.7 以上），不需要网络，也不需要产生本包的系统。
全部相符时退出码为 0；否则逐条指出哪个文件有问题，退出码为 1。
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

SHA256, SM3 = "manifest-sha256.txt", "manifest-sm3.txt"
LINE = re.compile(r"([0-9a-f]{64})  ([^\r\n\\]+)")
CHUNK = 1 << 20
WORDS = {
    "missing": "缺少这个文件",
    "differs": "内容与归档时不一致",
    "foreign": "不是归档时的文件",
    "manifest": "清单本身被改动",
    "unreadable": "读不出来",
    "metadata": "元数据所列与实有文件不符",
    "chain": "留痕链条在这里断开",
}


class Sm3:
    """SM3 (GB/T 32905-2016), for a Python whose OpenSSL lacks it."""

    START = "7380166f4914b2b9172442d7da8a0600a96f30bc163138aae38dee4db0fb0e4e"

    def __init__(self) -> None:
        self._state = [int(self.START[i : i + 8], 16) for i in range(0, 64, 8)]
        self._rest, self._length = b"", 0

    def update(self, data: bytes) -> None:
        self._length += len(data)
        data = self._rest + data
        whole = len(data) // 64 * 64
        for at in range(0, whole, 64):
            self._block(data[at : at + 64])
        self._rest = data[whole:]

    def hexdigest(self) -> str:
        bits = self._length * 8
        self.update(b"\x80" + b"\x00" * ((55 - self._length) % 64) + bits.to_bytes(8, "big"))
        return "".join(f"{word:08x}" for word in self._state)

    def _block(self, block: bytes) -> None:
        w = [int.from_bytes(block[i : i + 4], "big") for i in range(0, 64, 4)]
        for j in range(16, 68):
            x = w[j - 16] ^ w[j - 9] ^ _left(w[j - 3], 15)
            w.append(x ^ _left(x, 15) ^ _left(x, 23) ^ _left(w[j - 13], 7) ^ w[j - 6])
        a, b, c, d, e, f, g, h = self._state
        for j in range(64):
            first = j < 16
            turn = _left(0x79CC4519 if first else 0x7A879D8A, j % 32)
            ss1 = _left((_left(a, 12) + e + turn) & 0xFFFFFFFF, 7)
            ff = a ^ b ^ c if first else (a & b) | (a & c) | (b & c)
            gg = e ^ f ^ g if first else (e & f) | (~e & g)
            tt1 = (ff + d + (ss1 ^ _left(a, 12)) + (w[j] ^ w[j + 4])) & 0xFFFFFFFF
            tt2 = (gg + h + ss1 + w[j]) & 0xFFFFFFFF
            a, b, c, d = tt1, a, _left(b, 9), c
            e, f, g, h = tt2 ^ _left(tt2, 9) ^ _left(tt2, 17), e, _left(f, 19), g
        self._state = [old ^ new for old, new in zip(self._state, (a, b, c, d, e, f, g, h))]  # noqa: B905


def _left(word: int, by: int) -> int:
    return ((word << by) | (word >> (32 - by))) & 0xFFFFFFFF if by else word


def hasher(algorithm: str) -> Any:
    """A hash object for ``algorithm``, ours where the machine has no SM3."""
    if algorithm == "sm3" and "sm3" not in hashlib.algorithms_available:
        return Sm3()
    return hashlib.new(algorithm)


def digests(path: Path) -> tuple[str, str]:
    """The SHA-256 and the SM3 of a file, in one reading."""
    sha256, sm3 = hasher("sha256"), hasher("sm3")
    with path.open("rb") as file:
        for chunk in iter(lambda: file.read(CHUNK), b""):
            sha256.update(chunk)
            sm3.update(chunk)
    return sha256.hexdigest(), sm3.hexdigest()


def faults(folder: Path) -> list[tuple[str, str]]:
    """Everything wrong with the package in ``folder``: (kind of fault, path), in order of path."""
    found = set(_file_faults(folder))
    if not found:
        found = set(_content_faults(folder))
    return sorted(found, key=lambda fault: (fault[1], fault[0]))


def _present(folder: Path) -> dict[str, Path]:
    """What lies in the folder: files, and whatever is neither a file nor a folder with something in it."""
    found = {}
    for path in folder.rglob("*"):
        if path.is_symlink() or not path.is_dir() or not any(path.iterdir()):
            found[path.relative_to(folder).as_posix()] = path
    return found


def _manifest(folder: Path, name: str) -> dict[str, str] | None:
    """Path → digest, or None when the manifest is not as it was written."""
    try:
        text = (folder / name).read_bytes().decode()
    except (OSError, UnicodeDecodeError):
        return None
    matches = [LINE.fullmatch(line) for line in text.split("\n")[:-1]]
    if not text.endswith("\n") or not all(matches):
        return None
    return {match.group(2): match.group(1) for match in matches if match}


def _file_faults(folder: Path) -> Iterator[tuple[str, str]]:
    present = _present(folder)
    kept = {name: _manifest(folder, name) for name in (SHA256, SM3)}
    for name, lines in kept.items():
        if lines is None:
            yield ("manifest" if name in present else "missing"), name
    by_sha256, by_sm3 = kept[SHA256] or {}, dict(kept[SM3] or {})
    own = by_sm3.pop(SHA256, "")
    damaged = {name for name, lines in kept.items() if lines is None}
    for name in sorted((set(present) | set(by_sha256) | set(by_sm3)) - {SHA256, SM3}):
        fault = _one_file(present.get(name), by_sha256.get(name, ""), by_sm3.get(name, ""), damaged)
        if fault:
            at = fault[1] or name
            damaged |= {at} & {SHA256, SM3}
            yield fault[0], at
    if not damaged and own != digests(folder / SHA256)[1]:
        yield "manifest", SM3  # every line of the other manifest holds, so this one is at fault


def _one_file(path: Path | None, sha256: str, sm3: str, damaged: set[str]) -> tuple[str, str] | None:
    """The fault of one path and where it lies ("" for the path itself), or None."""
    if len(damaged) == 2:
        return None  # nothing left to compare with
    if not sha256 and not sm3:
        return "foreign", ""
    if path is None:
        one_only = not damaged and bool(sha256) != bool(sm3)
        return ("manifest", SHA256 if sha256 else SM3) if one_only else ("missing", "")
    if path.is_symlink() or not path.is_file():
        return "foreign", ""
    try:
        found = digests(path)
    except OSError:
        return "unreadable", ""
    held = (sha256 == found[0] or SHA256 in damaged, sm3 == found[1] or SM3 in damaged)
    if all(held):
        return None
    if any(held) and not damaged:
        return "manifest", SM3 if held[0] else SHA256
    return "differs", ""


def _content_faults(folder: Path) -> Iterator[tuple[str, str]]:
    """What the papers say, compared with the files and with themselves."""
    try:
        metadata = json.loads((folder / "metadata.json").read_text("utf-8"))
        yield from _papers(folder, metadata)
    except (ValueError, KeyError, TypeError):
        yield "metadata", "metadata.json"


def _papers(folder: Path, metadata: dict[str, Any]) -> Iterator[tuple[str, str]]:
    listed = {file["path"]: file["sha256"] for file in metadata["files"]}
    carried = {
        name: digest
        for name, digest in (_manifest(folder, SHA256) or {}).items()
        if name.startswith("files/")
    }
    for name in sorted(set(listed) | set(carried)):
        if listed.get(name) != carried.get(name):
            yield "metadata", name
    lines = (folder / "journal.jsonl").read_text("utf-8").split("\n")[:-1]
    broken = first_broken(lines, metadata["journal"])
    if broken:
        yield "chain", f"journal.jsonl 第 {broken} 条"


def first_broken(lines: list[str], journal: dict[str, Any]) -> int:
    """The number of the first entry that does not follow the one before it; 0 when the chain holds."""
    head = bytes(32)
    for seat, line in enumerate(lines, start=1):
        entry = json.loads(line)
        told = [entry[k] for k in ("actor_id", "actor_name", "acting_for_id", "acting_for_name")]
        content = [journal["stream"], entry["seq"], entry["at"], told, entry["verb"], entry["data"]]
        chain = hasher(str(journal["digest"]))
        chain.update(
            head + json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
        )
        if (entry["seq"], entry["prev_hash"], entry["hash"]) != (seat, head.hex(), chain.hexdigest()):
            return seat
        head = bytes.fromhex(entry["hash"])
    whole = len(lines) == journal["entries"] and head.hex() == journal["head"]
    return 0 if whole else len(lines) + 1


def main() -> int:
    """Check the folder named, or the one this file lies in; say what was found."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else __file__).resolve()
    folder = folder if folder.is_dir() else folder.parent
    found = faults(folder)
    for kind, path in found:
        sys.stdout.write(f"不相符：{path}（{WORDS[kind]}）\n")
    if not found:
        count = len(_manifest(folder, SM3) or {}) + 1
        sys.stdout.write(f"相符：共 {count} 个文件，摘要、清单、元数据和留痕链条全部一致。\n")
        sys.stdout.write(f"{SHA256} 的 SHA-256：{digests(folder / SHA256)[0]}\n")
        sys.stdout.write(f"{SM3} 的 SM3：{digests(folder / SM3)[1]}\n")
    return 1 if found else 0


if __name__ == "__main__":
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8")
    sys.exit(main())
