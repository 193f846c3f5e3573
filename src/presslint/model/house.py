"""What a press office says about itself, once, in its configuration."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from presslint.model.repository import NO_REGISTRIES, Registries

_NOTHING: Mapping[str, str] = MappingProxyType({})


class House(NamedTuple):
    """The house that issues the releases.

    ``timezone`` is an IANA name, ``region`` an ISO 3166 country or subdivision (``DE-NW``), ``country`` the ISO 3166
    country whose national phone numbers are meant, ``language`` a primary subtag. An empty text means "not said":
    then the language of the release decides. ``fields`` maps front matter keys to release fields. ``redirects`` maps
    a host to the host it is known to redirect to. ``registries`` is what it says about its releases as a whole.
    """

    names: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    timezone: str = ""
    region: str = ""
    country: str = ""
    language: str = ""
    fictitious_contacts: bool = False
    contact_external: bool = False
    fields: Mapping[str, str] = _NOTHING
    redirects: Mapping[str, str] = _NOTHING
    registries: Registries = NO_REGISTRIES
    required_fields: tuple[str, ...] = ()
    known_fields: tuple[str, ...] = ()
