"""Reads what a sentence says without a wording for it, by what is known of its films.

"Josh Hartnett mopes" says that he plays in the film spoken of, "out of L'Appartement" that it is a remake:
nobody needs the word where the catalogue has the name or the link. Such a claim can only be supported, and each
is heard once in an article.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from basedon.factcheck.claims_linked import Linked
from basedon.factcheck.claims_told import Told
from basedon.factcheck.clause import Clause, Found
from basedon.factcheck.knowing import REACH
from basedon.factcheck.names import DIRECTS, PLAYS
from basedon.factcheck.passing import passed
from basedon.prose.patterns import compiled

_YEAR = compiled(r"\b(18[89]\d|19\d\d|20\d\d)\b")

_NO_RELEASE = compiled(
    r"\b(?:born on|died|set in|published|novel|book|took place|happened|war|murders?|trial|case|until|wrote"
    r"|award(?:ed)?|won|Oscars?|restored|re-?released|retired|of a boy|marches|crime)\b[^,;]*$",
    case=False,
)

_WRITTEN = compiled(
    r"\b(?:novels?|novella|books?|play|stor(?:y|ies)|tales?|memoirs?|comic|manga|webtoon|wrote|written|writer"
    r"|author|idea|paper|page|based|adapt\w*|after|out of|source|autobiograph\w+|biography|musical|opera|legend"
    r"|article|blog|essay|poem|root|behind|began|started|plot|invented|taken|also from|from)\b|'s\b",
    case=False,
)


class Known(Told, Linked):
    """Reads a sentence by what the catalogue holds of the films that it speaks of."""

    def read(self, clause: Clause) -> Iterator[Found]:
        """What a sentence says of its films, one claim for each name, year, source and link."""
        if not clause.heading:
            yield from self.once(self.credits(clause))
            yield from self.years(clause)
            yield from self.passing(clause)
            yield from self.once(self.sources(clause))
            yield from self.once(self.lives(clause))
            yield from self.once(self.truths(clause))
            yield from self.once(self.places(clause))
            yield from self.once(self.others(clause))
            yield from self.once(self.links(clause))

    def credits(self, clause: Clause) -> Iterator[Found]:
        """Directors and actors by their names."""
        for anchor in clause.people:
            ref = next(
                (
                    r
                    for r in sorted(clause.refs, key=lambda r: not r.titled)
                    if anchor.work in r.works[:2]
                    and (0 <= r.start - anchor.end < REACH or 0 <= anchor.start - r.end < REACH)
                ),
                None,
            )
            for role in anchor.roles:
                start, end = anchor.start, anchor.end
                if ref:
                    start, end = min(start, ref.start), max(end, ref.end)
                if len(anchor.roles) > 1 and (
                    cue := (DIRECTS if role == "director" else PLAYS).search(clause.shape[anchor.end :])
                ):
                    end = max(end, min(anchor.end + cue.end(), anchor.end + REACH))
                yield Found(
                    type="director" if role == "director" else "cast",
                    works=(anchor.work,),
                    stated=anchor.name,
                    start=start,
                    end=end,
                    value=(anchor.start, anchor.end),
                    kind="known",
                )

    def years(self, clause: Clause) -> Iterator[Found]:
        """Years that stand by a film which came out then."""
        for match in _YEAR.finditer(clause.shape):
            at = match.start()
            if _NO_RELEASE.search(clause.shape[max(0, at - 40) : at]):
                continue
            year = int(match.group() or 0)
            if self.lost(clause, at):
                continue
            films = self.films(clause, at)
            exact = [n for n, inside in films[:5] if year in self.held.facts(n).years]
            near = [
                n
                for n, inside in films[:2]
                if inside and any(abs(year - other) <= 1 for other in self.held.facts(n).years)
            ]
            for number in (exact or near)[:1]:
                yield Found(
                    type="release_year",
                    works=(number,),
                    stated=year,
                    start=at,
                    end=at + 4,
                    value=(at, at + 4),
                    kind="known",
                )

    def passing(self, clause: Clause) -> Iterator[Found]:
        """Relative times, "seventeen years later", that fit two films spoken of."""
        for start, end, years in passed(clause.shape):
            films = [n for n, _ in self.films(clause, start)]
            behind = next((r for r in clause.refs if r.titled and 0 <= r.name - end < 24), None)
            if behind is not None and clause.shape[end - 5 : end].endswith(("after", "efore")):
                found = self.moved(None, [n for n in films if n not in behind.works], behind.works[:1], years)
                if found:
                    yield Found(
                        type="release_year", works=found[:1], stated=found[1], start=start, end=behind.end, kind="known"
                    )
                continue
            bases = list(
                dict.fromkeys((*clause.recent[:5], *films, *(o for n in films for o in self.held.facts(n).originals)))
            )
            found = self.moved(clause.anchor, films, bases, years)
            if found:
                number, year = found
                fitting = min(self.held.facts(number).years, key=lambda y: abs(y - year))
                yield Found(type="release_year", works=(number,), stated=fitting, start=start, end=end, kind="known")

    def moved(
        self, anchor: int | None, films: Sequence[int], bases: Sequence[int], shifts: Sequence[int]
    ) -> tuple[int, int] | None:
        """The film that came out as many years after or before what was spoken of as is said, and when that is."""
        for number in films:
            own = self.held.facts(number).years
            begun = [anchor, *(self.held.facts(base).work.year for base in bases if base != number)]
            for shift in shifts:
                for base in begun:
                    reach = 1 if abs(shift) < 20 else 2
                    if base and base not in own and any(abs(base + shift - year) <= reach for year in own):
                        return number, base + shift
        return None

    def origins(self, number: int) -> list[tuple[str, str, str]]:
        """The sources of a film: title, creator and type."""
        if number not in self._origins:
            self._origins[number] = [
                (one.title or "", one.creator or "", one.type)
                for one in self.held.origins(number)
                if one.type not in ("film", "series", "event", "person") and (one.title or one.creator)
            ]
        return self._origins[number]

    def sources(self, clause: Clause) -> Iterator[Found]:
        """Books and plays by their titles, and those who wrote them by their names."""
        text = clause.text
        if not _WRITTEN.search(text) or (not clause.refs and not clause.focus):
            return
        told: set[str] = set()
        for number, inside in self.films(clause, len(text)):
            if not inside and (number not in clause.focus[:1] or (not clause.refs and clause.number < 2)):
                continue
            for title, creator, kind in self.origins(number):
                name, at = self.creator(text, creator)
                where = text.find(title) if len(title) > 3 and title not in ("characters",) else -1
                if where >= 0 and clause.at(where, where + len(title)) and not (at >= 0):
                    where = -1
                if at < 0 and where < 0:
                    continue
                key = name or title
                if key in told or any(
                    p.start <= at < p.end and p.work == number and name and " " not in name for p in clause.people
                ):
                    continue
                told.add(key)
                if where >= 0 and not clause.at(where, where + len(title)):
                    start, end = (
                        (min(at, where), max(at + len(name), where + len(title)))
                        if at >= 0
                        else (where, where + len(title))
                    )
                    yield Found(
                        type="based_on",
                        works=(number,),
                        stated=title,
                        start=start,
                        end=end,
                        value=(where, where + len(title)),
                        creator=creator if at >= 0 else None,
                        kind=kind,
                    )
                elif at >= 0:
                    yield Found(
                        type="based_on",
                        works=(number,),
                        stated=creator,
                        start=at,
                        end=at + len(name),
                        value=(at, at + len(name)),
                        creator=creator,
                        kind=kind,
                        place="untitled",
                    )

    def creator(self, text: str, creator: str) -> tuple[str, int]:
        """A writer's name as the text has it, and where; a surname alone only behind or before what owns it."""
        for name in dict.fromkeys((creator, *creator.replace(" and ", ", ").split(", "))) if creator else ():
            at = text.find(name)
            if len(name) > 3 and at >= 0:
                return name, at
            surname = name.rsplit(" ", 1)[-1]
            for form in (f"{surname}'s", f"from {surname}", f"by {surname}", f"after {surname}"):
                at = text.find(form)
                if len(surname) > 3 and at >= 0:
                    return surname, at + form.find(surname)
        return "", -1
