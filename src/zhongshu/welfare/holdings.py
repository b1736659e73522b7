"""What cases tell the calendar: whose dates a new table of workdays moves."""

from zhongshu.platform.workdays import registry
from zhongshu.welfare import services

registry.register("welfare", services.recompute, reached=services.reached)
