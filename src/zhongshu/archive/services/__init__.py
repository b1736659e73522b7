from zhongshu.archive.services.check import Checked, Fault, check
from zhongshu.archive.services.deposit import deposit
from zhongshu.archive.services.package import Package, PackagedFile, attached_files, package_of
from zhongshu.archive.services.take import export_list, take_copy, zipped

__all__ = [
    "Checked",
    "Fault",
    "Package",
    "PackagedFile",
    "attached_files",
    "check",
    "deposit",
    "export_list",
    "package_of",
    "take_copy",
    "zipped",
]
