"""What somebody who mistyped a name probably meant."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def advise(name: str, known: Iterable[str], *, otherwise: str) -> str:
    """Return `did you mean 'X'?` for the known name nearest to `name`, else `otherwise`."""
    folded = {each.casefold(): each for each in known}
    close = get_close_matches(name.casefold(), folded, n=1, cutoff=0.6)
    return f"did you mean {folded[close[0]]!r}?" if close else otherwise
