"""How bodies are read and written."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext
from ninja.parser import Parser
from ninja.renderers import JSONRenderer

from zhongshu.kernel.refusals import Refusal


class Written(JSONRenderer):
    """Answers bear Chinese as it is, as refusals do."""

    json_dumps_params = {"ensure_ascii": False}


class Readable(Parser):
    """Bodies without characters that no database keeps."""

    def parse_body(self, request: HttpRequest) -> dict[str, Any]:
        """The values sent; a Refusal where a NUL is among them."""
        if rb"\u0000" in request.body:
            hint = gettext("请删去后重发。")
            raise Refusal("unfit_character", gettext("内容里有空字符（NUL），不能保存。"), hint=hint)
        return super().parse_body(request)
