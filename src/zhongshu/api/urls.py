from django.urls import path

from zhongshu.api import reference
from zhongshu.api.v1 import api

urlpatterns = [
    path("v1/docs", reference.show, name="api-reference"),
    path("v1/", api.urls),
]
