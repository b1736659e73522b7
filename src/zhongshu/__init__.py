"""Zhongshu (中枢): the working system of a general office."""

__version__ = "0.1.0"
