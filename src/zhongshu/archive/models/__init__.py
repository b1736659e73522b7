from zhongshu.archive.models.deposit import Deposit, DepositedFile, Retention

__all__ = ["Deposit", "DepositedFile", "Retention"]
