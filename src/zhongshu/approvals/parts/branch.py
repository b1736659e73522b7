"""A branch of a choice as a form."""

from django.utils.translation import gettext_lazy as _

from zhongshu.approvals.grammar import Branch, Choice, Route, editing
from zhongshu.approvals.parts.conditional import ConditionForm
from zhongshu.approvals.parts.part import missing


class BranchForm(ConditionForm):
    """A branch: of the choice ``ref``, the ``way``-th; without ``ref`` the first of a new choice."""

    heading = _("分支")

    def offer(self) -> None:
        self.now: Branch | None = None
        if self.ref:
            found = editing.find(self.plan, self.ref)
            if not isinstance(found, Choice):
                raise missing()
            self.now = found.branches[self.place.way] if self.place.way < len(found.branches) else None
        if self.now:
            self.initial["title"] = self.now.title
        self.when(self.now.when if self.now else ())

    def applied(self) -> Route:
        kept = self.now.when if self.now else ()
        branch = Branch(self.cleaned_data["title"], self.cleaned_data.get("when", kept), ())
        if not self.ref:
            choice = Choice(editing.free_code(self.plan, "choice"), (branch,), ())
            return editing.insert(self.plan, choice, self.place)
        return editing.with_branch(self.plan, self.ref, branch, self.place.way if self.now else None)
