"""What fills most of Wikidata's dump: articles, people, villages, genes, species, categories and stars."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from random import Random

from bench.dumps_entities import (
    Feeds,
    Json,
    Template,
    amount,
    date,
    entity,
    own_words,
    place,
    sources,
    statement,
    text,
    to_item,
    unknown,
)
from bench.dumps_places import COUNTRIES
from bench.dumps_words import LANGUAGES, SCRIPT_OF, word, written

VARIANTS = 60
"""Templates of each kind; two entities made from one lie so far apart that no compressor sees both."""

Shares = Sequence[tuple[Callable[[Random], Json], int]]
"""Makers of templates, and how often entities of each are."""


def labels(rng: Random, count: int, mark: str = "<<latin>>") -> dict[str, str]:
    """A label in so many languages, most of them in Latin letters and alike."""
    often = LANGUAGES[: min(len(LANGUAGES), count + 12)]
    chosen = ["en", *rng.sample(often[1:], min(count, len(often) - 1))]
    return {code: f"<<{SCRIPT_OF[code]}>>" if code in SCRIPT_OF else mark for code in chosen}


def descriptions(kind: str, english: str, count: int, rng: Random) -> dict[str, str]:
    """What kind of thing it is in so many languages; bots wrote the same for all of a kind."""
    found = {"en": english}
    for code in rng.sample(LANGUAGES[1:], count):
        found[code] = phrase(kind, code)
    return found


@cache
def phrase(kind: str, code: str) -> str:
    """Words for a kind of thing in a language, made up but always the same."""
    rng = Random(f"{kind} {code}")
    return written(" ".join(word(rng, 1, 3) for _ in range(rng.randint(2, 5))), code)


def links(rng: Random, count: int) -> dict[str, str]:
    """Pages in so many Wikipedias."""
    codes = [code for code in LANGUAGES if "-" not in code and code not in ("mul", "nb")]
    chosen = rng.sample(codes[: count + 15], count)
    return {f"{code}wiki": f"<<{SCRIPT_OF[code]}>>" if code in SCRIPT_OF else "<<latin>>" for code in chosen}


def some(rng: Random, claims: Sequence[Json], kept: float = 0.8) -> list[Json]:
    """Most of the claims, at times in another order; the first one always, but not always first."""
    found = [*claims[:1], *(claim for claim in claims[1:] if rng.random() < kept)]
    if rng.random() < 0.4:
        rng.shuffle(found)
    return found


def known_as(rng: Random, ids: Sequence[str]) -> list[Json]:
    """Ids in other databases."""
    return [statement(text(each, "<<number>>", "external-id"), references=sources(rng)) for each in ids]


def article(rng: Random) -> Json:
    """A scholarly article, with its authors' names and the articles that it cites."""
    stated = [
        [to_item("P248", "Q5412157"), text("P698", "<<bot_number>>", "external-id"), date("P813", "<<bot_recent>>")]
    ]
    crossref = [
        [to_item("P248", "Q5188229"), text("P854", "https://api.crossref.org/works/10.<<few>>/<<word>>", "url")]
    ]
    claims = [
        statement(to_item("P31", "Q13442814"), references=stated),
        statement(own_words("P1476", "<<sentence>>", "en"), references=stated),
        statement(date("P577"), references=stated),
        statement(to_item("P1433"), references=stated),
        statement(text("P478", "<<few>>"), references=stated),
        statement(text("P304", "<<few>>-<<number>>")),
        statement(text("P356", "10.<<few>>/<<word>>.<<number>>", "external-id")),
        statement(text("P698", "<<bot_number>>", "external-id"), references=stated),
        statement(to_item("P921")),
    ]
    authors = [
        statement(text("P2093", "<<person>>"), qualifiers=[text("P1545", str(n))], references=stated[: n % 2])
        for n in range(1, rng.randint(3, 7))
    ]
    cited = [
        statement(to_item("P2860"), references=crossref if rng.random() < 0.6 else ()) for _ in range(rng.randint(1, 5))
    ]
    named = {"en": "<<sentence>>"} | ({"nl": "<<sentence>>"} if rng.random() < 0.6 else {})
    told = {
        "en": "scientific article published on <<date>>",
        "nl": "wetenschappelijk artikel",
        "es": "artículo científico publicado en <<year>>",
        "uk": "наукова стаття, опублікована в <<year>>",
        "de": "im Jahr <<year>> veröffentlichter wissenschaftlicher Artikel",
    }
    told |= descriptions("article", "scientific article", rng.randint(3, 20), rng)
    return entity(named, told, {}, some(rng, [*claims, *authors, *cited], 0.75), {})


def human(rng: Random) -> Json:
    """Somebody: a few of them direct films, which makes no film of them; many have a label for all languages only."""
    country = rng.choice(COUNTRIES)
    trade = rng.choice(("Q36180", "Q82955", "Q937857", "Q33999", "Q1028181", "Q2526255", "Q11063", "Q1622272"))
    claims = [
        statement(to_item("P31", "Q5"), references=sources(rng)),
        statement(to_item("P21", rng.choice(("Q6581097", "Q6581072"))), references=sources(rng)),
        statement(date("P569"), references=sources(rng)),
        statement(date("P570", "<<year>>-00-00", 9), references=sources(rng)),
        statement(unknown("P570", "time", "somevalue")),
        statement(to_item("P19"), references=sources(rng)),
        statement(to_item("P27", country.item), references=sources(rng)),
        statement(to_item("P106", trade), references=sources(rng)),
        statement(to_item("P106"), references=sources(rng)),
        statement(to_item("P735"), references=sources(rng)),
        statement(to_item("P734"), references=sources(rng)),
        statement(to_item("P69"), qualifiers=[date("P580", "<<year>>-00-00", 9), to_item("P512")]),
        statement(to_item("P54"), qualifiers=[date("P580", "<<year>>-00-00", 9), amount("P1350", "<<few>>")]),
        statement(to_item("P166"), qualifiers=[date("P585", "<<year>>-00-00", 9)], references=sources(rng)),
        statement(to_item("P800")),
        statement(text("P18", "<<person>> <<year>>.jpg", "commonsMedia")),
        *known_as(rng, ("P214", "P213", "P227", "P244", "P269", "P646", "P345", "P2163", "P7859", "P1006", "P4342")),
    ]
    named = labels(rng, rng.randint(10, 40))
    if rng.random() < 0.3:
        named = {"mul": "<<latin>>"} | {code: value for code, value in named.items() if code in SCRIPT_OF}
    told = descriptions(f"human {trade}", f"{country.adjective} person (born <<year>>)", rng.randint(3, 20), rng)
    return entity(named, told, {"en": ["<<person>>"]}, some(rng, claims, 0.55), links(rng, rng.randint(0, 9)))


def village(rng: Random) -> Json:
    """A place where people live."""
    country = rng.choice(COUNTRIES)
    counted = [
        statement(
            amount("P1082", "<<number>>"),
            rank="preferred" if last else "normal",
            qualifiers=[date("P585", "<<year>>-01-01"), to_item("P459", "Q39825")],
            references=sources(rng),
        )
        for last in (False, False, True)
    ]
    kinds = ("Q532", "Q486972", "Q484170", "Q747074", "Q5084", "Q13100073")
    claims = [
        statement(to_item("P31", rng.choice(kinds)), references=sources(rng)),
        statement(to_item("P17", country.item), references=sources(rng)),
        statement(to_item("P131"), references=sources(rng)),
        statement(place("P625"), references=sources(rng)),
        statement(amount("P2044", "<<few>>", "Q11573"), references=sources(rng)),
        statement(amount("P2046", "<<few>>.<<few>>", "Q712226")),
        statement(to_item("P421", "Q6655"), qualifiers=[to_item("P1264", "Q1777301")]),
        statement(text("P281", "<<number>>")),
        statement(text("P373", "<<latin>>")),
        statement(text("P18", "<<latin>> <<word>>.jpg", "commonsMedia")),
        statement(own_words("P1448", "<<latin>>", "en")),
        *counted,
        *known_as(rng, ("P1566", "P646", "P590", "P374", "P982")),
    ]
    told = descriptions(f"village {country.region}", f"village in {country.name}", rng.randint(8, 35), rng)
    return entity(labels(rng, rng.randint(20, 60)), told, {}, some(rng, claims, 0.5), links(rng, rng.randint(1, 15)))


def gene(rng: Random) -> Json:
    """A gene of some species."""
    stated = [
        [
            to_item("P248", "Q20641742"),
            to_item("P407", "Q1860"),
            text("P351", "<<bot_number>>", "external-id"),
            date("P813", "<<bot_recent>>"),
        ]
    ]
    claims = [
        statement(to_item("P31", "Q7187"), references=stated),
        statement(to_item("P703"), references=stated),
        statement(text("P351", "<<number>>", "external-id"), references=stated),
        statement(text("P594", "ENSG0000<<number>>", "external-id"), references=stated),
        statement(text("P353", "<<word>><<few>>", "external-id"), references=stated),
        statement(to_item("P1057"), qualifiers=[to_item("P659")], references=stated),
        statement(text("P644", "<<number>>"), qualifiers=[to_item("P659")], references=stated),
        statement(text("P645", "<<number>>"), qualifiers=[to_item("P659")], references=stated),
        *(
            statement(to_item("P684"), qualifiers=[to_item("P703")], references=stated)
            for _ in range(rng.randint(1, 4))
        ),
        statement(to_item("P688"), references=stated),
    ]
    named = dict.fromkeys(("en", "de", "fr", "nl", "uk", "sh"), "<<word>> <<few>>")
    told = descriptions("gene", "gene of a species found in nature", rng.randint(10, 30), rng)
    return entity(named, told, {"en": ["<<word>><<few>>", "<<word>>"]}, some(rng, claims, 0.7), {})


def species(rng: Random) -> Json:
    """A species, with one name in most languages."""
    claims = [
        statement(to_item("P31", "Q16521"), references=sources(rng)),
        statement(to_item("P105", "Q7432"), references=sources(rng)),
        statement(text("P225", "<<latin>>"), qualifiers=[to_item("P405"), date("P574", "<<year>>-00-00", 9)]),
        statement(to_item("P171"), references=sources(rng)),
        *known_as(rng, ("P815", "P846", "P830", "P850", "P685", "P3151", "P1939", "P646", "P5055", "P6105")),
    ]
    told = descriptions("species", "species of plant or animal", rng.randint(15, 50), rng)
    return entity(labels(rng, rng.randint(20, 45)), told, {}, some(rng, claims, 0.6), links(rng, rng.randint(2, 9)))


def category(rng: Random) -> Json:
    """A category of Wikipedias; those of films point to the item "film", which makes no film of them."""
    films = rng.random() < 0.1
    claims = [
        statement(to_item("P31", "Q4167836"), references=sources(rng)),
        *([statement(to_item("P4224", "Q11424"), qualifiers=[to_item("P577"), to_item("P495")])] if films else ()),
        statement(to_item("P971"), references=sources(rng)),
        statement(to_item("P301")),
        statement(text("P373", "<<latin>>")),
    ]
    named = {code: f"Category:{value}" for code, value in labels(rng, rng.randint(8, 30)).items()}
    told = descriptions("category", "Wikimedia category", rng.randint(40, len(LANGUAGES) - 1), rng)
    return entity(named, told, {}, some(rng, claims), links(rng, rng.randint(3, 20)))


def star(rng: Random) -> Json:
    """A star or galaxy, with measurements."""
    simbad = [[to_item("P248", "Q654724"), date("P813", "<<bot_recent>>")]]
    claims = [
        statement(to_item("P31", rng.choice(("Q523", "Q318", "Q67206691"))), references=simbad),
        statement(to_item("P59"), references=simbad),
        statement(text("P528", "<<word>> <<number>>"), qualifiers=[to_item("P972")], references=simbad),
        *(statement(amount(each, "<<few>>.<<number>>", "Q28390"), references=simbad) for each in ("P6257", "P6258")),
        *(statement(amount(each, "<<few>>.<<few>>", "Q22137107"), references=simbad) for each in ("P10751", "P10752")),
        *(
            statement(amount("P1215", "<<few>>.<<few>>"), qualifiers=[to_item("P1227")])
            for _ in range(rng.randint(1, 6))
        ),
        *known_as(rng, ("P3083", "P2130")),
    ]
    named = dict.fromkeys(rng.sample(LANGUAGES[:40], rng.randint(5, 25)), "<<word>> <<number>>")
    told = descriptions("star", "star in a constellation", rng.randint(10, 40), rng)
    return entity(named, told, {"en": ["<<word>> <<number>>"]}, some(rng, claims, 0.9), {})


def no_film(rng: Random) -> Json:
    """A book that was called a film once: the claim is deprecated."""
    claims = [
        statement(to_item("P31", "Q11424"), rank="deprecated", qualifiers=[to_item("P2241", "Q54975531")]),
        statement(to_item("P31", "Q7725634"), references=sources(rng)),
        statement(to_item("P50")),
        statement(date("P577", "<<year>>-00-00", 9)),
    ]
    return entity(labels(rng, 20), descriptions("book", "literary work", 20, rng), {}, claims, links(rng, 3))


SHARES: Shares = (
    (article, 3600),
    (human, 1800),
    (village, 2000),
    (species, 800),
    (gene, 600),
    (category, 600),
    (star, 590),
    (no_film, 10),
)


class Filler:
    """Entities that are no films, from templates made once."""

    def __init__(self, seed: int) -> None:
        self.templates: list[Template] = []
        weights: list[float] = []
        for make, weight in SHARES:
            rng = Random(f"{seed} {make.__name__}")
            self.templates += [Template(make(rng)) for _ in range(VARIANTS)]
            weights += [weight / VARIANTS] * VARIANTS
        self.weights = weights

    def chosen(self, feeds: Feeds, count: int) -> list[Template]:
        """As many templates by chance."""
        return feeds.rng.choices(self.templates, self.weights, k=count)
