"""Words for where a film comes from: "Turkish" means the country Turkey or the language Turkish."""

from __future__ import annotations

import re

COUNTRIES: dict[str, tuple[str, ...]] = {
    "Argentina": ("argentine", "argentinian"),
    "Australia": ("australian",),
    "Austria": ("austrian",),
    "Bangladesh": ("bangladeshi",),
    "Belgium": ("belgian",),
    "Brazil": ("brazilian",),
    "Canada": ("canadian",),
    "Chile": ("chilean",),
    "China": ("chinese",),
    "Colombia": ("colombian",),
    "Cuba": ("cuban",),
    "Czech Republic": ("czech",),
    "Denmark": ("danish",),
    "Egypt": ("egyptian",),
    "Finland": ("finnish",),
    "France": ("french",),
    "Germany": ("german",),
    "Greece": ("greek",),
    "Hong Kong": ("hongkong",),
    "Hungary": ("hungarian",),
    "Iceland": ("icelandic",),
    "India": ("indian",),
    "Indonesia": ("indonesian",),
    "Iran": ("iranian", "persian"),
    "Ireland": ("irish",),
    "Israel": ("israeli",),
    "Italy": ("italian",),
    "Japan": ("japanese",),
    "Malaysia": ("malaysian",),
    "Mexico": ("mexican",),
    "Netherlands": ("dutch",),
    "New Zealand": (),
    "Norway": ("norwegian",),
    "Pakistan": ("pakistani",),
    "Peru": ("peruvian",),
    "Philippines": ("filipino", "philippine"),
    "Poland": ("polish",),
    "Portugal": ("portuguese",),
    "Romania": ("romanian",),
    "Russia": ("russian",),
    "Singapore": ("singaporean",),
    "South Africa": ("south african",),
    "South Korea": ("south korean", "korean", "korea"),
    "Soviet Union": ("soviet",),
    "Spain": ("spanish",),
    "Sri Lanka": ("sri lankan",),
    "Sweden": ("swedish",),
    "Switzerland": ("swiss",),
    "Taiwan": ("taiwanese",),
    "Thailand": ("thai",),
    "Turkey": ("turkish", "türkiye"),
    "United Kingdom": ("british", "english", "uk", "britain"),
    "United States": ("american", "us", "usa", "hollywood", "america"),
    "Vietnam": ("vietnamese",),
}
LANGUAGES = (
    "Bengali",
    "Cantonese",
    "Hindi",
    "Kannada",
    "Malayalam",
    "Mandarin",
    "Marathi",
    "Punjabi",
    "Tamil",
    "Telugu",
    "Urdu",
)

PLACES: dict[str, str] = {
    word: place
    for place, words in [*COUNTRIES.items(), *((language, ()) for language in LANGUAGES)]
    for word in (place.lower(), *words)
}
"""Every word, in lower case, with the country (or the language) that it stands for."""

WORD = "|".join(sorted(map(re.escape, PLACES), key=len, reverse=True))
