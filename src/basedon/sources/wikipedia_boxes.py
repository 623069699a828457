"""The infoboxes of films by language: their templates, and the arguments in which they say what.

Only what is certain. Left out by name: series outside English, the boxes of anime and manga, and those of episodes,
seasons, franchises, festivals and awards, which begin with the same words.
"""

from __future__ import annotations

from msgspec import Struct

from basedon.prose.wikitext import Node, Template, field


class Box(Struct, frozen=True):
    """The infoboxes of one language: templates for films and for series, and what each argument holds.

    `imdb` are the templates that link to IMDb's page of a title.
    """

    films: frozenset[str]
    series: frozenset[str]
    arguments: dict[str, str]
    imdb: frozenset[str]

    def cells(self, template: Template) -> dict[str, list[list[Node]]]:
        """What the arguments of an infobox hold; a number at the end of a name counts for nothing ("país2")."""
        found: dict[str, list[list[Node]]] = {}
        for name, value in template.fields().items():
            what = self.arguments.get(name.rstrip("0123456789"))
            if what and value:
                found.setdefault(what, []).append(value)
        return found


def _box(films: str, imdb: str, series: str = "", **held: str) -> Box:
    arguments = {field(name): what for what, names in held.items() for name in names.split("|")}
    split = [frozenset(filter(None, names.split("|"))) for names in (films, series, imdb)]
    return Box(split[0], split[1], arguments, split[2])


_IMDB = "imdb title"

_ENGLISH = {
    "title": "name|show name|title|film name|cartoon name",
    "native": "native name",
    "directors": "director|directors|directed by",
    "writers": "writer|writers|written by|story artist",
    "screenplay": "screenplay|screenplay by|screenwriter|screenwriters|teleplay|teleplay by",
    "based_on": "based on",
    "cast": "starring|stars|actors|voices|voice actor",
    "released": "released|release date|release",
    "aired": "first aired",
    "countries": "country|countries|country of origin",
    "languages": "language|languages",
    "genres": "genre|genres",
    "episodes": "num seasons|num series|num episodes|last aired|seasons",
}

BOXES: dict[str, Box] = {
    "en": _box(
        films="infobox film|infobox movie|film infobox|infobox hollywood cartoon|infobox television film",
        series="infobox television|infobox tv|infobox tv series|infobox television series",
        imdb=_IMDB,
        **_ENGLISH,
    ),
    "de": _box(
        films="infobox film",
        imdb="imdb|imdb titel",
        title="Deutscher Titel|DT",
        original="Originaltitel|OT",
        directors="Regie|REG",
        writers="Drehbuch|DRB",
        cast="Besetzung|DS",
        released="Erscheinungsjahr|PJ",
        countries="Produktionsland|PL",
        languages="Originalsprache|OS",
    ),
    "fr": _box(
        films="infobox cinéma (film)|infobox film",
        imdb="imdb titre",
        title="titre",
        original="titre original",
        directors="réalisation",
        writers="scénario",
        cast="acteur|acteurs",
        released="année de sortie|sortie|première diffusion",
        countries="pays",
        languages="langue",
    ),
    "es": _box(
        films="ficha de película",
        imdb="imdb título|imdb titulo",
        title="título",
        original="título original",
        directors="dirección|director",
        writers="guion|guión",
        cast="reparto|protagonistas",
        released="año|estreno",
        countries="país",
        languages="idioma",
    ),
    "it": _box(
        films="film",
        imdb="imdb",
        title="titolo italiano",
        original="titolo originale",
        directors="regista",
        writers="sceneggiatore",
        cast="attori",
        released="anno uscita",
        countries="paese",
        languages="lingua originale",
    ),
    "pt": _box(
        films="info/filme",
        imdb="imdb título|imdb titulo|imdb filme",
        title="título",
        original="título-or",
        directors="direção|realização|diretor",
        writers="roteiro|argumento",
        cast="elenco",
        released="ano|lançamento",
        countries="país",
        languages="idioma",
        imdb_id="código-IMDB",
    ),
    "tr": _box(
        films="film bilgi kutusu",
        imdb="imdb başlık|imdb title",
        title="ad|film adı|isim",
        original="özgün isim|özgün ad",
        directors="yönetmen",
        writers="senarist",
        cast="oyuncular",
        released="çıkış tarihi|yayın tarihi",
        countries="ülke",
        languages="dil",
        imdb_id="imdb id",
    ),
    "ko": _box(
        films="영화 정보",
        imdb="imdb 제목|imdb title",
        title="제목",
        original="원제",
        directors="감독",
        writers="각본",
        cast="출연",
        released="개봉일|개봉",
        countries="국가|나라",
        languages="언어",
    ),
    "ja": _box(
        films="infobox film|infobox 映画",
        imdb=_IMDB,
        title="作品名",
        original="原題",
        directors="監督",
        writers="脚本",
        cast="出演者|出演",
        released="公開",
        countries="製作国",
        languages="言語",
    ),
    "zh": _box(films="infobox film|電影資訊框|电影信息框", imdb=_IMDB, original="original name|原名", **_ENGLISH),
}
"""By the language of the Wikipedia."""
