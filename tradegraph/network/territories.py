"""The door to Babel: names of countries and blocs in other languages, from the Unicode CLDR."""

from __future__ import annotations

from functools import lru_cache

from tradegraph.vocabulary import ID

_COUNTRY = f"{ID}country/"
_USER_ASSIGNED = "X"  # ISO 3166-1 leaves XA to XZ to users; only Kosovo's XK means the same to all


@lru_cache(maxsize=8)
def list_territories(lang: str) -> dict[str, str]:
    """Return the names by IRI; none where Babel is not installed or does not know the language."""
    try:
        from babel import Locale  # noqa: PLC0415 - an extra
        from babel.core import UnknownLocaleError  # noqa: PLC0415 - an extra
    except ImportError:
        return {}
    try:
        locale = Locale.parse(lang, sep="-")
    except (UnknownLocaleError, ValueError):
        return {}
    return {
        f"{_COUNTRY}{code}": name
        for code, name in locale.territories.items()
        if len(code) == 2 and (code[0] != _USER_ASSIGNED or code == "XK")
    }
