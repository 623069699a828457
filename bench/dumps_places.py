"""Wikidata's own ids and names of countries, languages, genres, classes and awards, which made-up dumps point to."""

from __future__ import annotations

from msgspec import Struct


class Country(Struct, frozen=True):
    """A country that films come from."""

    item: str
    name: str
    adjective: str
    region: str
    languages: tuple[str, ...]
    weight: int


def _country(row: str) -> Country:
    """A country of one line of the table."""
    item, name, adjective, region, languages, weight = row.split("|")
    return Country(item, name, adjective, region, tuple(languages.split()), int(weight))


COUNTRIES = tuple(
    map(
        _country,
        """\
Q30|United States|American|US|en|300
Q668|India|Indian|IN|hi ta te ml kn bn mr|160
Q17|Japan|Japanese|JP|ja|70
Q142|France|French|FR|fr|80
Q145|United Kingdom|British|GB|en|80
Q38|Italy|Italian|IT|it|60
Q183|Germany|German|DE|de|50
Q884|South Korea|South Korean|KR|ko|40
Q43|Turkey|Turkish|TR|tr|30
Q8646|Hong Kong|Hong Kong|HK|yue|30
Q29|Spain|Spanish|ES|es|40
Q148|People's Republic of China|Chinese|CN|zh|30
Q159|Russia|Russian|RU|ru|25
Q15180|Soviet Union|Soviet|SUHH|ru|20
Q96|Mexico|Mexican|MX|es|20
Q155|Brazil|Brazilian|BR|pt|20
Q414|Argentina|Argentine|AR|es|20
Q928|Philippines|Philippine|PH|tl|20
Q252|Indonesia|Indonesian|ID|id|15
Q34|Sweden|Swedish|SE|sv|20
Q35|Denmark|Danish|DK|da|15
Q20|Norway|Norwegian|NO|nb|10
Q33|Finland|Finnish|FI|fi|15
Q36|Poland|Polish|PL|pl|20
Q55|Netherlands|Dutch|NL|nl|15
Q31|Belgium|Belgian|BE|fr nl|10
Q79|Egypt|Egyptian|EG|ar|10
Q794|Iran|Iranian|IR|fa|15
Q869|Thailand|Thai|TH|th|10
Q16|Canada|Canadian|CA|en fr|30
Q408|Australia|Australian|AU|en|20
Q28|Hungary|Hungarian|HU|hu|10
Q213|Czech Republic|Czech|CZ|cs|10
Q41|Greece|Greek|GR|el|10
Q801|Israel|Israeli|IL|he|8
Q843|Pakistan|Pakistani|PK|ur|10
Q902|Bangladesh|Bangladeshi|BD|bn|8
Q865|Taiwan|Taiwanese|TW|zh|10
Q881|Vietnam|Vietnamese|VN|vi|5
Q1033|Nigeria|Nigerian|NG|en|8""".splitlines(),
    )
)

LANGUAGES: dict[str, tuple[str, str]] = {
    "en": ("Q1860", "English"),
    "hi": ("Q1568", "Hindi"),
    "ta": ("Q5885", "Tamil"),
    "te": ("Q8097", "Telugu"),
    "ml": ("Q36236", "Malayalam"),
    "kn": ("Q33673", "Kannada"),
    "bn": ("Q9610", "Bengali"),
    "mr": ("Q1571", "Marathi"),
    "ja": ("Q5287", "Japanese"),
    "fr": ("Q150", "French"),
    "it": ("Q652", "Italian"),
    "de": ("Q188", "German"),
    "ko": ("Q9176", "Korean"),
    "tr": ("Q256", "Turkish"),
    "yue": ("Q9186", "Cantonese"),
    "es": ("Q1321", "Spanish"),
    "zh": ("Q9192", "Mandarin"),
    "ru": ("Q7737", "Russian"),
    "pt": ("Q5146", "Portuguese"),
    "tl": ("Q34057", "Tagalog"),
    "id": ("Q9240", "Indonesian"),
    "sv": ("Q9027", "Swedish"),
    "da": ("Q9035", "Danish"),
    "nb": ("Q9043", "Norwegian"),
    "fi": ("Q1412", "Finnish"),
    "pl": ("Q809", "Polish"),
    "nl": ("Q7411", "Dutch"),
    "ar": ("Q13955", "Arabic"),
    "fa": ("Q9168", "Persian"),
    "th": ("Q9217", "Thai"),
    "hu": ("Q9067", "Hungarian"),
    "cs": ("Q9056", "Czech"),
    "el": ("Q9129", "Greek"),
    "he": ("Q9288", "Hebrew"),
    "ur": ("Q1617", "Urdu"),
    "vi": ("Q9199", "Vietnamese"),
}
"""By their codes: item and English name."""

GENRES: dict[str, tuple[str, str]] = {
    "drama": ("Q130232", "drama film"),
    "comedy": ("Q157443", "comedy film"),
    "action": ("Q188473", "action film"),
    "thriller": ("Q2484376", "thriller film"),
    "crime": ("Q959790", "crime film"),
    "romance": ("Q1054574", "romance film"),
    "horror": ("Q200092", "horror film"),
    "sci-fi": ("Q471839", "science fiction film"),
    "biography": ("Q645928", "biographical film"),
    "war": ("Q369747", "war film"),
    "history": ("Q17013749", "historical film"),
    "documentary": ("Q93204", "documentary film"),
    "musical": ("Q842256", "musical film"),
    "western": ("Q172980", "Western film"),
    "adventure": ("Q319221", "adventure film"),
    "mystery": ("Q1200678", "mystery film"),
    "fantasy": ("Q157394", "fantasy film"),
    "family": ("Q1361932", "family film"),
    "sport": ("Q1339864", "sports film"),
}

CLASSES: dict[str, tuple[str, str, str | None]] = {
    "film": ("Q11424", "film", "Q386724"),
    "feature": ("Q24869", "feature film", "Q11424"),
    "television film": ("Q506240", "television film", "Q11424"),
    "short": ("Q24862", "short film", "Q11424"),
    "animated": ("Q202866", "animated film", "Q11424"),
    "silent": ("Q226730", "silent film", "Q11424"),
    "documentary": ("Q93204", "documentary film", "Q11424"),
    "anime": ("Q20650540", "anime film", "Q202866"),
    "series": ("Q5398426", "television series", "Q386724"),
    "miniseries": ("Q1259759", "miniseries", "Q5398426"),
    "film series": ("Q24856", "film series", "Q386724"),
    "creative work": ("Q386724", "work", None),
    "literary work": ("Q7725634", "literary work", "Q386724"),
    "novel": ("Q8261", "novel", "Q7725634"),
    "play": ("Q25379", "play", "Q7725634"),
    "short story": ("Q49084", "short story", "Q7725634"),
    "novella": ("Q149537", "novella", "Q7725634"),
    "comic": ("Q1004", "comics", "Q386724"),
    "manga": ("Q21198342", "manga series", "Q1004"),
    "memoir": ("Q112983", "memoirs", "Q7725634"),
    "biography": ("Q36279", "biography", "Q7725634"),
    "video game": ("Q7889", "video game", "Q386724"),
    "musical": ("Q2743", "musical", "Q386724"),
    "human": ("Q5", "human", None),
    "battle": ("Q178561", "battle", "Q1190554"),
    "disaster": ("Q3839081", "disaster", "Q1190554"),
    "murder": ("Q132821", "murder", "Q1190554"),
    "massacre": ("Q3199915", "massacre", "Q1190554"),
    "air accident": ("Q744913", "aviation accident", "Q1190554"),
    "robbery": ("Q53706", "robbery", "Q1190554"),
    "event": ("Q1190554", "occurrence", None),
    "country": ("Q6256", "country", None),
    "language": ("Q34770", "language", None),
    "genre": ("Q201658", "film genre", None),
    "award": ("Q618779", "award", None),
}
"""By their keys: item, English name and the item that they are a subclass of."""

WORK_KINDS = (
    "novel",
    "play",
    "short story",
    "novella",
    "comic",
    "manga",
    "memoir",
    "biography",
    "video game",
    "musical",
)
EVENT_KINDS = ("battle", "disaster", "murder", "massacre", "air accident", "robbery")

AWARDS: dict[str, str] = {
    "Q102427": "Academy Award for Best Picture",
    "Q103360": "Academy Award for Best Director",
    "Q107258": "Academy Award for Best Writing, Adapted Screenplay",
    "Q41417": "Academy Award for Best Writing, Original Screenplay",
    "Q179808": "Palme d'Or",
    "Q154590": "Golden Bear",
    "Q209459": "Golden Lion",
    "Q139184": "BAFTA Award for Best Film",
}
