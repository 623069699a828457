"""A plan in words: how a question was read."""

from __future__ import annotations

from basedon.questions.lineage import made_in
from basedon.questions.plan import Films, Name, Noun, Of, Origins, Value, Where, Years

NOUNS = {
    "director": "directors",
    "writer": "writers",
    "cast_member": "actors",
    "year": "years",
    "country": "countries",
    "language": "languages",
    "genre": "genres",
    "subject": "subjects",
    "rating": "ratings",
    "votes": "numbers of votes",
    "award": "awards",
}
DONE = {
    "director": "directed by",
    "writer": "written by",
    "cast_member": "starring",
    "maker": "made by",
    "involved": "with",
}


def told(noun: Noun, it: str = "it") -> str:
    """A plan as a phrase: "actors of films directed by the directors of Fargo"; `it` names the film spoken of."""
    match noun:
        case Name():
            name = it if noun.it else noun.text
            return f"{name} ({noun.year})" if noun.year else name
        case Of():
            also = f" and of {told(noun.also, it)}" if noun.also is not None else ""
            return f"{NOUNS.get(noun.relation, noun.relation)} of {'both ' * bool(also)}{told(noun.films, it)}{also}"
        case Films():
            before = [w for w in noun.where if stands_before(w)]
            behind = [w for w in noun.where if not stands_before(w)]
            said = [*map(adjective, before), "films", *(condition(w, it) for w in behind)]
            return " ".join(filter(None, said))


def plural(phrase: str) -> str:
    """More than one: "comedies", "witches", "films"."""
    if phrase.endswith("y") and not phrase.endswith(("ay", "ey", "oy")):
        return phrase[:-1] + "ies"
    return phrase + ("es" if phrase.endswith(("s", "ch", "sh", "x")) else "s")


def films_of(name: str, role: str | None) -> str:
    """The films of somebody, in one role or any."""
    return f"films {DONE[role]} {name}" if role in DONE else f"films of {name}"


def stands_before(where: Where) -> bool:
    """Whether a condition is told before the noun."""
    return where.relation in ("genre", "type")


def adjective(where: Where) -> str:
    """A condition as a word before "films"."""
    return where.value.text if isinstance(where.value, Value) and where.relation == "genre" else "(series)"


def condition(where: Where, it: str) -> str:
    """A condition as words behind "films"."""
    value, no = where.value, "not " if where.negated else ""
    match where.relation, value:
        case (("director" | "writer" | "cast_member" | "maker" | "involved"), Name() | Of()):
            who = f"the {told(value, it)}" if isinstance(value, Of) else told(value, it)
            return f"{no}{DONE[where.relation]} {who}"
        case "remake", None:
            return f"{no}remade"
        case "remake", Name():
            return f"that {told(value, it)} remakes"
        case "remake", Films() | Of():
            return f"{no}remade as {told(value, it)}"
        case "original", None:
            return f"that are {no}remakes"
        case "original", Name() | Films() | Of():
            return f"that are {no}remakes of {told(value, it)}"
        case "origin", Origins():
            return f"{no}based on {origins(value)}"
        case "origin", _:
            return f"{no}based on a work"
        case "basis", _:
            return f"{no}based on true stories"
        case "year", Years():
            return f"of {value.first}" if value.first == value.last else f"of {value.first} to {value.last}"
        case "country", Value():
            return made_in(value.text)
        case "language", Value():
            return f"in {value.text}"
        case "subject", Name():
            return f"about {value.text}"
        case "award", Value():
            return f"that won {value.text or 'an award'}"
        case "nomination", Value():
            return f"nominated for {value.text or 'an award'}"
        case _:
            return ""


def origins(value: Origins) -> str:
    """What films are based on, in words."""
    many = [plural(kind) for kind in value.types if kind != "other"]
    kinds = " or ".join([", ".join(many[:-1]), many[-1]] if many[1:] else many) or "works"
    by = f" by {value.creator}" if value.creator else ""
    by = f" by the author of what {told(value.author_of)} is based on" if value.author_of else by
    return f"{value.title}{by}" if value.title else f"{kinds}{by}"
