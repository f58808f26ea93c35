"""Care for the registry: what is wrong with its entries, what it lacks, and new entries.

The findings are those of a validation, so that they are told and written in the same ways.
"""

from tradegraph.curation.additions import add_entry, add_person
from tradegraph.curation.checks import check_registry
from tradegraph.curation.forms import AmbiguousForm, list_ambiguous
from tradegraph.curation.gaps import UnknownName, list_unknown

__all__ = [
    "AmbiguousForm",
    "UnknownName",
    "add_entry",
    "add_person",
    "check_registry",
    "list_ambiguous",
    "list_unknown",
]
