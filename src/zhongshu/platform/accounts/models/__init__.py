from zhongshu.platform.accounts.models.demo_guest import DemoGuest
from zhongshu.platform.accounts.models.factor import Factor
from zhongshu.platform.accounts.models.recovery_code import RecoveryCode
from zhongshu.platform.accounts.models.token import ApiToken
from zhongshu.platform.accounts.models.user import AdminRole, User

__all__ = ["AdminRole", "ApiToken", "DemoGuest", "Factor", "RecoveryCode", "User"]
