from zhongshu.welfare.models.case import Case
from zhongshu.welfare.models.choices import KIND, Outcome, Rest, State
from zhongshu.welfare.models.service import Edition, Service

__all__ = ["KIND", "Case", "Edition", "Outcome", "Rest", "Service", "State"]
