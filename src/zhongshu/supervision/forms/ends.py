from functools import cached_property

from zhongshu.matters.models import Matter
from zhongshu.supervision import queries
from zhongshu.supervision.forms.deeds import DeedForm


class EndsMixin(DeedForm):
    """Ends the work: the page says which parts are open, over which nothing ends."""

    @cached_property
    def unfinished_parts(self) -> list[Matter]:
        """The parts that must be ended first."""
        return queries.open_children(self.directive.pk)
