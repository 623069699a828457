"""Nationalities and languages as leads name them, with the country's English name."""

from __future__ import annotations

_COUNTRIES = """
American: United States|U.S.: United States|US: United States|British: United Kingdom|English: United Kingdom
Scottish: United Kingdom|Welsh: United Kingdom|UK: United Kingdom|Northern Irish: United Kingdom|Irish: Ireland
French: France|German: Germany|West German: West Germany|East German: East Germany|Italian: Italy|Spanish: Spain
Catalan: Spain|Basque: Spain|Portuguese: Portugal|Dutch: Netherlands|Flemish: Belgium|Belgian: Belgium
Swiss: Switzerland|Austrian: Austria|Danish: Denmark|Swedish: Sweden|Norwegian: Norway|Finnish: Finland
Icelandic: Iceland|Polish: Poland|Czech: Czech Republic|Czechoslovak: Czechoslovakia
Czechoslovakian: Czechoslovakia|Slovak: Slovakia|Hungarian: Hungary|Romanian: Romania|Bulgarian: Bulgaria
Greek: Greece|Turkish: Turkey|Cypriot: Cyprus|Maltese: Malta|Albanian: Albania|Yugoslav: Yugoslavia
Yugoslavian: Yugoslavia|Serbian: Serbia|Croatian: Croatia|Slovenian: Slovenia|Slovene: Slovenia
Bosnian: Bosnia and Herzegovina|Macedonian: North Macedonia|Montenegrin: Montenegro|Kosovan: Kosovo
Estonian: Estonia|Latvian: Latvia|Lithuanian: Lithuania|Ukrainian: Ukraine|Belarusian: Belarus|Moldovan: Moldova
Russian: Russia|Soviet: Soviet Union|Georgian: Georgia|Armenian: Armenia|Azerbaijani: Azerbaijan
Kazakh: Kazakhstan|Kazakhstani: Kazakhstan|Uzbek: Uzbekistan|Kyrgyz: Kyrgyzstan|Tajik: Tajikistan
Mongolian: Mongolia|Chinese: China|Hong Kong: Hong Kong|Taiwanese: Taiwan|Japanese: Japan
South Korean: South Korea|Korean: South Korea|North Korean: North Korea|Indian: India|Pakistani: Pakistan
Bangladeshi: Bangladesh|Sri Lankan: Sri Lanka|Nepali: Nepal|Nepalese: Nepal|Bhutanese: Bhutan|Thai: Thailand
Vietnamese: Vietnam|Cambodian: Cambodia|Laotian: Laos|Burmese: Myanmar|Malaysian: Malaysia|Singaporean: Singapore
Indonesian: Indonesia|Filipino: Philippines|Philippine: Philippines|Afghan: Afghanistan|Iranian: Iran
Persian: Iran|Iraqi: Iraq|Israeli: Israel|Palestinian: Palestine|Lebanese: Lebanon|Syrian: Syria
Jordanian: Jordan|Saudi: Saudi Arabia|Saudi Arabian: Saudi Arabia|Kuwaiti: Kuwait|Emirati: United Arab Emirates
Qatari: Qatar|Yemeni: Yemen|Egyptian: Egypt|Moroccan: Morocco|Algerian: Algeria|Tunisian: Tunisia|Libyan: Libya
Sudanese: Sudan|Ethiopian: Ethiopia|Somali: Somalia|Kenyan: Kenya|Ugandan: Uganda|Tanzanian: Tanzania
Rwandan: Rwanda|Nigerian: Nigeria|Ghanaian: Ghana|Senegalese: Senegal|Malian: Mali|Ivorian: Ivory Coast
Cameroonian: Cameroon|Congolese: Democratic Republic of the Congo|Angolan: Angola|Mozambican: Mozambique
Zimbabwean: Zimbabwe|Zambian: Zambia|Namibian: Namibia|South African: South Africa|Canadian: Canada
Mexican: Mexico|Cuban: Cuba|Jamaican: Jamaica|Haitian: Haiti|Dominican: Dominican Republic
Puerto Rican: Puerto Rico|Guatemalan: Guatemala|Costa Rican: Costa Rica|Panamanian: Panama|Colombian: Colombia
Venezuelan: Venezuela|Ecuadorian: Ecuador|Peruvian: Peru|Bolivian: Bolivia|Chilean: Chile|Argentine: Argentina
Argentinian: Argentina|Uruguayan: Uruguay|Paraguayan: Paraguay|Brazilian: Brazil|Australian: Australia
New Zealand: New Zealand|Fijian: Fiji|Luxembourgish: Luxembourg|Monegasque: Monaco
"""
COUNTRIES: dict[str, str] = dict(
    entry.split(": ") for line in _COUNTRIES.strip().splitlines() for entry in line.split("|")
)
"""A nationality as an adjective: the country."""

COMBINING: dict[str, str] = {
    "Anglo": "United Kingdom",
    "Franco": "France",
    "Italo": "Italy",
    "Sino": "China",
    "Indo": "India",
    "Austro": "Austria",
    "Swedo": "Sweden",
}
"""The first halves of hyphened nationalities: "Franco-Belgian"."""

_LANGUAGES = """
English Hindi Tamil Telugu Malayalam Kannada Bengali Marathi Punjabi Gujarati Urdu Odia Assamese Bhojpuri Konkani Tulu
Sanskrit Sinhala Nepali Mandarin Cantonese Chinese Hokkien Korean Japanese Thai Vietnamese Khmer Burmese Malay
Indonesian Javanese Filipino Tagalog Cebuano Arabic Hebrew Persian Turkish Kurdish Armenian Georgian Azerbaijani
Kazakh Uzbek Mongolian Tibetan Russian Ukrainian Belarusian Polish Czech Slovak Hungarian Romanian Bulgarian Serbian
Croatian Slovene Slovenian Bosnian Macedonian Albanian Greek Lithuanian Latvian Estonian Finnish Swedish Norwegian
Danish Icelandic Dutch Flemish German French Italian Spanish Portuguese Catalan Basque Galician Irish Welsh Yiddish
Ladino Swahili Amharic Yoruba Igbo Hausa Zulu Xhosa Afrikaans Wolof Maori Inuktitut Navajo Quechua Guarani Romani
Somali Pashto Dari Bambara Lingala Shona Sotho Tswana Haryanvi Rajasthani Chhattisgarhi Maithili Meitei
"""
LANGUAGES: frozenset[str] = frozenset(_LANGUAGES.split())
