"""Genres that say by themselves that a film depicts what is real, and what kind of thing."""

from __future__ import annotations

from basedon.model.statement import Target

TRUE_GENRES = {
    "biographical film": Target(type="person"),
    "documentary film": Target(type="other"),
    "television documentary": Target(type="other"),
    "docudrama": Target(type="event"),
    "docufiction": Target(type="other"),
    "documentary": Target(type="other"),
    "biographical": Target(type="person"),
    "biography": Target(type="person"),
}
"""As Wikidata, leads and IMDb name them."""
