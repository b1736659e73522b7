from django.apps import AppConfig


class ApprovalsConfig(AppConfig):
    name = "zhongshu.approvals"
    label = "approvals"
