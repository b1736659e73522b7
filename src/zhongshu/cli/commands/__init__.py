"""One module for each group of commands; see the table in zhongshu.cli.main."""
