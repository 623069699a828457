"""Reads what a sentence says without a wording for it, by what is known of its films.

"Josh Hartnett mopes" says that he plays in the film spoken of, "out of The Return of Martin Guerre" that it is a remake:
nobody needs the word where the catalogue has the name or the link. Such a claim can only be supported.
"""

from __future__ import annotations

from collections.abc import Iterator

from basedon.factcheck.clause import Clause, Found, Ref
from basedon.factcheck.facts import Held
from basedon.identity.titles import normal_name
from basedon.prose.patterns import compiled
from basedon.prose.references import MASK
from basedon.questions import origin

_NAME = compiled(r"(?:\b(?:d'|l'|O')?|\b)\p{Lu}[\pL'.-]*(?:\x20(?:(?:de|del|della|di|da|van|von|der|den|la|le|bin|al|el|du|ter)\x20)*\p{Lu}[\pL'.-]*)*")
_YEAR = compiled(r"\b(18[89]\d|19\d\d|20\d\d)\b")
_NO_RELEASE = compiled(
    r"\b(?:born|died|set in|published|novel|book|in the (?:summer|winter) of|took place|happened|war|murders?|trial|case|since|until|wrote|award(?:ed)?|won|Oscars?|restored|re-?released|festival|retired)\b[^,;]*$",
    case=False,
)
_DIRECTS = compiled(r"\b(?:direct\w*|made|makes|making|behind the camera|helm\w*|filmed|shot|film by|remade|'s)\b", case=False)
_PLAYS = compiled(r"\b(?:play\w*|star\w*|act\w*|role|lead|cast|with|in front|appear\w*|as)\b", case=False)
_WRITTEN = compiled(
    r"\b(?:novels?|novella|books?|play|stor(?:y|ies)|tale|memoir|comic|manga|webtoon|wrote|written|writer|author|idea|paper|page|based|adapt\w*|from|after|out of|source|autobiography|biography|musical|opera|legend|article|blog|essay|poem|root|behind|began|started|plot|filmed|invented)\b",
    case=False,
)
_NEAR_REMAKE = compiled(
    r"\b(?:re-?mak\w*|re-?made|original\w*|version\w*|again|copy|copies|from|out of|retell\w*|retold|rework\w*|adapt\w*|based|model\w*|inspired|follow\w*|goes? back|went back|called|became|turned|borrow\w*|took|takes|after|before|earlier|first|source|second|once more|cover|transplant\w*|new|twice|redo\w*|update\w*|debt|owes?|homage|relocat\w*|moved?|transfer\w*|came of|behind|answer|steals?|stole|of)\b",
    case=False,
)
MOST_RECENT = 4
"""Films spoken of before to which a name may belong."""


class People:
    """Reads a sentence by what the catalogue holds of the films that it speaks of."""

    def __init__(self, held: Held) -> None:
        self.held = held
        self._origins: dict[int, list[tuple[str, str, str]]] = {}

    def read(self, clause: Clause) -> Iterator[Found]:
        """What a sentence says of its films, one claim for each name, year, source and link."""
        if not clause.heading or len(clause.words) > 12:
            yield from self.credits(clause)
            yield from self.years(clause)
            yield from self.sources(clause)
        yield from self.links(clause)

    def films(self, clause: Clause, at: int, recent: int = MOST_RECENT) -> list[tuple[int, bool]]:
        """The films that a word at an offset may speak of, the likeliest first, and whether each stands in the sentence."""
        before = [ref for ref in reversed(clause.refs) if ref.end <= at]
        after = [ref for ref in clause.refs if ref.start >= at]
        here = [n for ref in (*before[:1], *after[:1], *before[1:], *after[1:]) for n in ref.works]
        there = [*clause.focus, *clause.recent[:recent]]
        family = []
        for number in dict.fromkeys((*here, *there[:2])):
            family += self.held.facts(number).originals
        found = {n: True for n in here}
        for n in (*there, *family):
            found.setdefault(n, False)
        return list(found.items())

    def credits(self, clause: Clause) -> Iterator[Found]:
        """Directors and actors by their names."""
        shape = clause.shape
        for match in _NAME.finditer(shape):
            if MASK in (match.group() or ""):
                continue
            start, text = match.start(), (match.group() or "").rstrip(".'-")
            if text.endswith("'s"):
                text = text[:-2]
            yield from self.credit(clause, text, start)

    def credit(self, clause: Clause, text: str, start: int) -> Iterator[Found]:
        words = text.split(" ")
        tried: list[tuple[str, int]] = [(text, start)]
        if len(words) > 2:  # a capital of the sentence's beginning, a nationality or a role before the name
            tried += [(" ".join(words[n:]), start + len(" ".join(words[:n])) + 1) for n in range(1, len(words) - 1)]
            tried += [(" ".join(words[:n]), start) for n in range(len(words) - 1, 1, -1)]
        for name, at in tried:
            key = normal_name(name)
            surname = " " not in key
            if surname and (len(key) < 4 or self.common(clause, name, at)):
                continue
            for number, inside in self.films(clause, at):
                facts = self.held.facts(number)
                roles = []
                if surname and not inside and number not in clause.focus:
                    continue
                if any(bears(key, other, surname) for other in facts.directors):
                    roles.append("director")
                if any(bears(key, other, surname) for other in (facts.cast[:12] if surname else facts.cast)):
                    roles.append("cast")
                if not roles:
                    continue
                if len(roles) == 2:
                    near = clause.shape[max(0, at - 30) : at + len(name) + 40]
                    directs, plays = _DIRECTS.search(near), _PLAYS.search(near)
                    roles = roles if directs and plays else ["cast"] if plays and not directs else ["director"]
                for role in roles:
                    full = next((p.name for p in (facts.work.directors if role == "director" else facts.work.cast) if bears(key, normal_name(p.name), surname)), name)
                    yield Found(
                        type=role, works=(number,), stated=full if surname else name, start=at, end=at + len(name),  # type: ignore[arg-type]
                        value=(at, at + len(name)), kind="known",
                    )
                return

    def common(self, clause: Clause, name: str, at: int) -> bool:
        """Whether a lone word in capitals is most likely no surname: it opens the sentence, or is a country."""
        from basedon.factcheck.naming import _COMMON

        return name in _COMMON

    def years(self, clause: Clause) -> Iterator[Found]:
        """Years that stand by a film which came out then."""
        for match in _YEAR.finditer(clause.shape):
            at = match.start()
            if _NO_RELEASE.search(clause.shape[max(0, at - 40) : at]):
                continue
            year = int(match.group() or 0)
            for number, inside in self.films(clause, at, 0)[:4]:
                known = self.held.facts(number).years
                if any(abs(year - other) <= (1 if inside or number in clause.focus[:1] else 0) for other in known):
                    yield Found(type="release_year", works=(number,), stated=year, start=at, end=at + 4, value=(at, at + 4), kind="known")
                    break

    def origins(self, number: int) -> list[tuple[str, str, str]]:
        """The sources of a film: title, creator and type."""
        if number not in self._origins:
            self._origins[number] = [
                (one.title or "", one.creator or "", one.type)
                for one in origin.origins(self.held.catalogue, number)
                if one.type not in ("film", "series") and (one.title or one.creator)
            ]
        return self._origins[number]

    def sources(self, clause: Clause) -> Iterator[Found]:
        """Books and plays by their titles, and those who wrote them by their names."""
        if not _WRITTEN.search(clause.text):
            return
        text = clause.text
        told: set[tuple[int, str]] = set()
        for number, inside in self.films(clause, len(text), 2):
            if not inside and number not in clause.focus:
                continue
            for title, creator, kind in self.origins(number):
                for name in [creator, *creator.replace(" and ", ", ").split(", ")] if creator else []:
                    surname = name.rsplit(" ", 1)[-1]
                    at = text.find(name)
                    if at < 0 and len(surname) > 4 and f"{surname}'s" in text:
                        at, name = text.find(f"{surname}'s"), surname
                    if at >= 0 and len(name) > 3 and (number, name) not in told:
                        told.add((number, name))
                        named = title and title in text
                        stated = title if named else creator
                        where = text.find(title) if named else at
                        yield Found(
                            type="based_on", works=(number,), stated=stated, start=min(at, where), end=max(at + len(name), where + len(stated) if named else 0),
                            value=(where, where + len(stated if named else name)), creator=creator, kind=kind, place=None if named else "untitled",
                        )
                        break
                else:
                    at = text.find(title) if len(title) > 5 else -1
                    own = at >= 0 and clause.at(at, at + len(title))
                    if at >= 0 and not own and (number, title) not in told:
                        told.add((number, title))
                        yield Found(type="based_on", works=(number,), stated=title, start=at, end=at + len(title), value=(at, at + len(title)), kind=kind)

    def links(self, clause: Clause) -> Iterator[Found]:
        """Remakes: two films of a sentence, or one and the film spoken of, that are known to be linked."""
        refs = [ref for ref in clause.refs if not (ref.phrase and ref.phrase.role == "it" and not ref.titled)]
        told: set[tuple[int, int]] = set()
        for place, one in enumerate(refs):
            for other in refs[place + 1 :]:
                yield from self.link(clause, one, other, told)
        if not clause.heading and refs and _NEAR_REMAKE.search(clause.shape):
            for ref in refs:
                for number in clause.focus[:1]:
                    if number in ref.works or any(number in r.works for r in refs):
                        continue
                    spoken = Ref(ref.start, ref.start, ref.start, (number,), False)
                    yield from self.link(clause, spoken, ref, told)

    def link(self, clause: Clause, one: Ref, other: Ref, told: set[tuple[int, int]]) -> Iterator[Found]:
        for derivative, original, at in ((one, other, other), (other, one, one)):
            for number in derivative.works[:3]:
                facts = self.held.facts(number)
                fitting = [n for n in original.works if n in facts.originals or n in self.held.ancestors(number)]
                if not fitting or (number, fitting[0]) in told:
                    continue
                told.add((number, fitting[0]))
                where = at if at.end > at.start else one if one.end > one.start else other
                yield Found(
                    type="remake_of", works=(number,), stated=self.held.facts(fitting[0]).work.title,
                    start=min(one.start, other.start), end=max(one.end, other.end),
                    value=(where.name, where.end), target=(fitting[0],), kind="known",
                )
                return


def bears(key: str, other: str, surname: bool) -> bool:
    """Whether a name is a person's: the whole of it, or the surname."""
    if surname:
        return other.rsplit(" ", 1)[-1] == key and " " in other
    if key == other:
        return True
    one, two = key.split(), other.split()
    return len(one) > 1 and len(two) > 1 and (set(one) == set(two) or (one[0] == two[0] and one[-1] == two[-1]) or "".join(one) == "".join(two))

