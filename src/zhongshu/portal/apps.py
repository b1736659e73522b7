from django.apps import AppConfig


class PortalConfig(AppConfig):
    name = "zhongshu.portal"
    label = "portal"
