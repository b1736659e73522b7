from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "zhongshu.platform.accounts"
    label = "accounts"
