"""Puts a finished site where readers find it: on the branch that Pages serves, or by a workflow."""

from dateline.publishing.publication import Publication, Wishes, publish
from dateline.publishing.telling import tell
from dateline.publishing.workflow import PACKAGE, Workflow, is_local, plan_workflow, write_workflow

__all__ = [
    "PACKAGE",
    "Publication",
    "Wishes",
    "Workflow",
    "is_local",
    "plan_workflow",
    "publish",
    "tell",
    "write_workflow",
]
