"""Adds up pytest's reports: ``sum_of_tests.py REPORT.xml…`` prints one closing line.

Exit 1 when a test failed, or when none ran.
"""

import sys
from pathlib import Path
from xml.etree import ElementTree


def main() -> int:
    """Sum the attributes of every suite in every report."""
    sums = dict.fromkeys(("tests", "failures", "errors", "skipped"), 0)
    for report in map(Path, sys.argv[1:]):
        for suite in ElementTree.parse(report).iter("testsuite"):  # noqa: S314 - we wrote it ourselves
            for name in sums:
                sums[name] += int(suite.get(name, 0))
    failed = sums["failures"] + sums["errors"]
    passed = sums["tests"] - failed - sums["skipped"]
    sys.stdout.write(f"{passed} passed, {failed} failed, {sums['skipped']} skipped\n")
    return int(failed > 0 or passed == 0)


if __name__ == "__main__":
    raise SystemExit(main())
