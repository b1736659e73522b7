from zhongshu.platform.accounts.models.token import ApiToken
from zhongshu.platform.accounts.models.user import AdminRole, User

__all__ = ["AdminRole", "ApiToken", "User"]
