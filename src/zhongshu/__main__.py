"""``python -m zhongshu``."""

from zhongshu.cli import main

main()
