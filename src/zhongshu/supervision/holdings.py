"""The dates supervision keeps, worked out again when a new table of workdays comes in."""

from zhongshu.platform.workdays import registry
from zhongshu.supervision import services

registry.register("supervision", services.recompute, reached=services.reached)
registry.register("supervision rounds", services.redate_rounds)
