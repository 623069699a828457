"""Reads what a sentence says without a wording for it, by what is known of its films.

"Josh Hartnett mopes" says that he plays in the film spoken of, "out of L'Appartement" that it is a remake:
nobody needs the word where the catalogue has the name or the link. Such a claim can only be supported, and each
is heard once in an article.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from basedon.factcheck.clause import Clause, Found, Ref
from basedon.factcheck.facts import Held
from basedon.factcheck.names import DIRECTS, PLAYS
from basedon.factcheck.passing import passed
from basedon.model.statement import Predicate
from basedon.model.verdict import Basis
from basedon.prose.opening import nationalities
from basedon.prose.patterns import compiled
from basedon.prose.places import COUNTRIES, LANGUAGES
from basedon.prose.references import MASK

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
_REMAKING = compiled(
    r"\b(?:re-?mak\w*|re-?made|original\w*|versions?|again|cop(?:y|ies|ied)|out of|retell\w*|retold|rework\w*"
    r"|model\w*|goes? back|went back|became|turned|borrow\w*|once more|transplant\w*|twice|redo\w*|update\w*"
    r"|homage|relocat\w*|repeat\w*|retak\w*|telling|counterpart|predecessor|ancestors?|grandparents|earlier"
    r"|the first|first|newer|latest|later|before|ago|half a century)\b",
    case=False,
)
_OF_LIFE = compiled(
    r"\b(?:life|lives|lived|real|true|truth|happened|story of|memoirs?|autobiograph\w+|biography|actual|case"
    r"|events?|history|historical|stands|behind|existed|did|rescue|murders?|killings?|experiment|war|teacher"
    r"|trial|crime|newspaper|tells|account|based|inspired|drawn)\b",
    case=False,
)
_PLACE_NOUN = compiled(
    rf"^(?:[- ](?:[a-z-]+ )?(?:production|one|sting|copy|co-production|film|movie|{MASK}+)|,? (?:and|or) "
    rf"|[.,;:)]|$|-language)"
)


_STRONG = compiled(
    r"\b(?:re-?mak\w*|re-?made|original|versions?|cop(?:y|ies|ied)|retell\w*|retold|rework\w*|repeat\w*|telling"
    r"|goes? back|again|became|turned|model|out of|from)\b",
    case=False,
)
_REMADE = compiled(
    r"\b(?:re-?mak\w*|re-?made|original|versions?|cop(?:y|ies|ied)|retell\w*|retold|rework\w*|repeat\w*|telling"
    r"|got there|decades|century)\b",
    case=False,
)
REACH = 60
"""Characters between a name and the film or the verb that it belongs to."""


class Known:
    """Reads sentences by what the catalogue holds of the films that they speak of."""

    def __init__(self, held: Held) -> None:
        self.held = held
        self.heard: set[tuple[object, ...]] = set()
        self._origins: dict[int, list[tuple[str, str, str]]] = {}
        self._lives: dict[int, list[str]] = {}

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

    def once(self, found: Iterator[Found]) -> Iterator[Found]:
        """Each claim once in an article."""
        for one in found:
            key = heard_as(one, one.works[0])
            if key not in self.heard:
                self.heard.add(key)
                yield one

    def learn(self, found: Found, number: int) -> None:
        """Take note of what was read by its wording, so that it is not said again."""
        if found.type in ("remake_of", "has_remake", "other_film", "based_on_true_story"):
            self.heard.add(heard_as(found, number))

    def films(self, clause: Clause, at: int) -> list[tuple[int, bool]]:
        """The films that a word at an offset may speak of, the nearest first; whether each stands in the sentence."""
        placed = [
            (abs(at - (ref.end if ref.end <= at else ref.start)) + (0 if ref.end <= at else 8), n)
            for ref in clause.refs
            for n in (ref.works if ref.titled else ref.works[:1])
        ]
        placed += [
            (abs(at - (a.end if a.end <= at else a.start)) + (0 if a.end <= at else 4), a.work) for a in clause.people
        ]
        found = {number: True for _, number in sorted(placed, key=lambda one: one[0])}
        for number in (*clause.focus, *(n for ref in clause.refs for n in ref.works)):
            found.setdefault(number, False)
        return list(found.items())

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

    def lost(self, clause: Clause, at: int) -> bool:
        """Whether a phrase that stands for a film not known here is nearest before an offset."""
        near = clause.before(at)
        return near is not None and not near.works and not any(near.end <= a.start < at for a in clause.people)

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

    def real(self, number: int) -> list[str]:
        """The people and events of a film that tells of real ones."""
        if number not in self._lives:
            held = self.held
            chain = (number, *held.ancestors(number))
            self._lives[number] = [
                told.statement.target.title
                for n in chain
                for told in held.catalogue.told(n)
                if told.work == n
                and told.statement.target.title
                and not told.statement.denied
                and (
                    told.statement.predicate is Predicate.DEPICTS
                    or told.statement.target.type in ("person", "event", "memoir")
                )
            ]
        return self._lives[number]

    def lives(self, clause: Clause) -> Iterator[Found]:
        """That a film tells of somebody or something real, by the name of that."""
        if not _OF_LIFE.search(clause.shape):
            return
        for number, inside in self.films(clause, len(clause.text))[:3]:
            if not inside and number not in clause.focus[:1]:
                continue
            for title in self.real(number):
                bare = title.removeprefix("the ").removeprefix("The ")
                at = clause.text.find(bare)
                if len(bare) > 5 and at >= 0 and not clause.at(at, at + len(bare)):
                    start, end = at, at + len(bare)
                    cue = _OF_LIFE.search(clause.text)
                    if cue:
                        start, end = min(start, cue.start()), max(end, cue.end())
                    yield Found(
                        type="based_on_true_story", works=(number,), stated=True, start=start, end=end, kind="known"
                    )
                    break

    def truths(self, clause: Clause) -> Iterator[Found]:
        """That a story is real or made up, told in words that say so only where it is known to be."""
        for pattern, stated in ((_UNTRUE, False), (_TRUE, True)):
            cue = pattern.search(clause.shape)
            if cue is None:
                continue
            refs = [ref for ref in clause.refs if ref.works and not clause.is_object(ref)] or [
                r for r in clause.refs if r.works
            ]
            here = [n for ref in refs[:2] for n in ref.works[:1]] or list(clause.focus[:1])
            for number in here:
                true = self.held.story(number).basis in TRUE
                false = self.held.story(number).basis in FALSE
                if (stated and true) or (not stated and false):
                    start, end = cue.start(), cue.end()
                    yield Found(
                        type="based_on_true_story", works=(number,), stated=stated, start=start, end=end, kind="known"
                    )
            return

    def places(self, clause: Clause) -> Iterator[Found]:
        """Countries and languages of films that stand right by them."""
        text = clause.text
        at = 0
        for word in text.replace("-", " ").split(" "):
            start, at = at, at + len(word) + 1
            bare = word.strip(".,;:!?()\"'").removesuffix("'s")
            if not bare[:1].isupper():
                continue
            start += word.find(bare)
            end = start + len(bare)
            pair = text[start : start + len(bare) + 24].split(" ")
            double = " ".join(pair[:2]).strip(".,;:!?()\"'")
            countries = nationalities(double)[0] if double in COUNTRIES else nationalities(bare)[0]
            if double in COUNTRIES and bare != double:
                end = start + len(double)
            noun = bare if bare in _LANDS else double if double in _LANDS else ""
            if not (countries or noun or bare in LANGUAGES):
                continue
            after = clause.shape[end : end + 60]
            before = clause.shape[max(0, start - 12) : start]
            films = [n for n, inside in self.films(clause, start) if inside or n in clause.focus[:1]][:4]
            if bare in LANGUAGES and (
                before.endswith((" in ", " into ")) or _PLACE_NOUN.match(after) or _FILMISH.match(after)
            ):
                number = next((n for n in films if bare in self.held.facts(n).work.languages[:2]), None)
                if number is not None:
                    yield Found(
                        type="original_language",
                        works=(number,),
                        stated=bare,
                        start=start,
                        end=start + len(bare),
                        value=(start, start + len(bare)),
                        kind="known",
                    )
                    if not (set(countries) & set(self.held.facts(number).work.countries)):
                        continue
            made = noun and (
                before.endswith((" in ", " from ", " to ", ". ", "and ", "; ", ", "))
                or not before.strip()
                or after.startswith((" made", "'s"))
            )
            named = countries and (_PLACE_NOUN.match(after) or _FILMISH.match(after))
            if made or named:
                lands = {_LANDS[noun]} if noun else set(countries)
                number = next((n for n in films if lands & set(self.held.facts(n).work.countries)), None)
                if number is None and _AGAIN.search(clause.shape):
                    yield from self.remade_in(clause, films, lands, start, end)
                if number is not None:
                    yield Found(
                        type="country",
                        works=(number,),
                        stated=next(iter(lands)),
                        start=start,
                        end=end,
                        value=(start, end),
                        kind="known",
                    )

    def remade_in(self, clause: Clause, films: Sequence[int], lands: set[str], start: int, end: int) -> Iterator[Found]:
        """That a film was remade in a country, where a remake from there is known."""
        cue = _AGAIN.search(clause.shape)
        for number in films:
            root = self.held.root(number)
            other = next(
                (n for n in self.held.facts(root).derivatives if lands & set(self.held.facts(n).work.countries)), None
            )
            if other is not None and other != number and cue is not None:
                first, last = min(start, cue.start()), max(end, cue.end())
                if last - first > 3 * REACH:
                    first, last = start, end
                title = self.held.facts(other).work.title
                yield Found(
                    type="has_remake",
                    works=(root,),
                    stated=title,
                    start=first,
                    end=last,
                    value=(start, end),
                    target=(other,),
                    kind="known",
                )
                yield Found(
                    type="country",
                    works=(other,),
                    stated=next(iter(lands)),
                    start=start,
                    end=end,
                    value=(start, end),
                    kind="known",
                )
                return

    def others(self, clause: Clause) -> Iterator[Found]:
        """Further films of a director: "he also made X", where the director of the film spoken of made X."""
        makers = [n for n in dict.fromkeys((*clause.makers, *clause.focus)) if self.held.facts(n).directors][:3]
        spoken = any(ref.phrase and ref.phrase.role == "person" for ref in clause.refs) or _HE.search(clause.shape)
        if not spoken:
            return
        for ref in clause.refs:
            if not ref.titled:
                continue
            for number in ref.works[:3]:
                theirs = self.held.facts(number).directors
                maker = next(
                    (
                        m
                        for m in makers
                        if m != number and m not in ref.works and set(self.held.facts(m).directors) & set(theirs)
                    ),
                    None,
                )
                if maker is not None:
                    yield Found(
                        type="other_film",
                        works=(maker,),
                        stated=clause.text[ref.name : ref.end],
                        start=ref.name,
                        end=ref.end,
                        value=(ref.name, ref.end),
                        target=(number,),
                        kind="known",
                    )
                    break

    def links(self, clause: Clause) -> Iterator[Found]:
        """Remakes: two films of a sentence, or one and the film spoken of, that are known to be linked."""
        refs = [ref for ref in clause.refs if ref.titled or (ref.phrase and ref.phrase.role not in ("it", "person"))]
        spoken = {number for ref in refs for number in ref.works[:1]}
        people = [
            Ref(a.start, a.end, a.start, (a.work,), False)
            for a in clause.people
            if "director" in a.roles and a.work not in spoken
        ]
        told: set[tuple[int, int]] = set()
        yield from self.remade(clause, told)
        for place, one in enumerate(refs):
            for other in refs[place + 1 :]:
                yield from self.link(one, other, told)
        for ref in refs:  # a film named for the first time that is of one family with those spoken of
            if ref.titled and not any(n in clause.recent for n in ref.works[:1]):
                for number in dict.fromkeys((*clause.focus[:1], *clause.recent[:1], *clause.topic[:1])):
                    if number not in ref.works and not any(number in r.works for r in refs):
                        yield from self.link(Ref(ref.start, ref.start, ref.start, (number,), False), ref, told)
        for ref in refs:
            if not ref.titled and ref.phrase and ref.phrase.role == "remake":
                for number in ref.works[:1]:
                    for original in self.held.facts(number).originals[-1:]:
                        yield from self.link(Ref(ref.start, ref.start, ref.start, (original,), False), ref, told)
        for ref in refs:
            if (ref.titled and not _STRONG.search(clause.shape)) or (
                ref.phrase and ref.phrase.role == "film" and not ref.titled and not ref.phrase.first
            ):
                continue
            for number in dict.fromkeys((*clause.focus[:1], *clause.recent[:1])):
                if number not in ref.works and not any(number in r.works for r in refs):
                    yield from self.link(Ref(ref.start, ref.start, ref.start, (number,), False), ref, told)
        if _REMADE.search(clause.shape):
            for one in people:
                for other in (*refs, *(Ref(one.start, one.start, one.start, (n,), False) for n in clause.focus[:1])):
                    yield from self.link(one, other, told)

    def remade(self, clause: Clause, told: set[tuple[int, int]]) -> Iterator[Found]:
        """That it was remade: where one remake is known, or one of the sentence's people or years made it."""
        for match in _BEEN_REMADE.finditer(clause.shape):
            works, _ = clause.subjects(match.start())
            named = [number for ref in clause.refs for number in ref.works[:1]]
            for number in works[:1]:
                if not self.held.facts(number).derivatives and self.held.facts(number).originals:
                    number = self.held.root(number)  # of two films of one title the remade one is meant
                made = [n for n in self.held.facts(number).derivatives if n not in named or n in works]
                told_by = [n for n in made if n in {a.work for a in clause.people}] or [
                    n for n in made if any(str(y) in clause.shape for y in self.held.facts(n).years)
                ]
                for other in (told_by or made)[:1]:
                    if (other, number) not in told:
                        told.add((other, number))
                        yield Found(
                            type="has_remake",
                            works=(number,),
                            stated=self.held.facts(other).work.title,
                            start=match.start(),
                            end=match.end(),
                            value=(match.start(), match.end()),
                            target=(other,),
                            kind="known",
                        )

    def link(self, one: Ref, other: Ref, told: set[tuple[int, int]]) -> Iterator[Found]:
        """The link between two places of a sentence, whichever of their films came first."""
        for derivative, original in ((one, other), (other, one)):
            for number in derivative.works[:1]:
                facts = self.held.facts(number)
                fitting = [
                    n
                    for n in original.works[:1]
                    if n != number and (n in facts.originals or n in self.held.ancestors(number))
                ]
                if not fitting or (number, fitting[0]) in told:
                    continue
                told.add((number, fitting[0]))
                spans = [ref for ref in (one, other) if ref.end > ref.start]
                at = original if original.end > original.start else derivative
                yield Found(
                    type="remake_of",
                    works=(number,),
                    stated=self.held.facts(fitting[0]).work.title,
                    start=min(ref.start for ref in spans),
                    end=max(ref.end for ref in spans),
                    value=(at.name, at.end),
                    target=(fitting[0],),
                    kind="known",
                )
                return


def heard_as(found: Found, number: int) -> tuple[object, ...]:
    """What makes two claims of an article one: of a remake it is the pair of films, from whichever side it is told."""
    if found.type in ("remake_of", "has_remake") and found.target:
        return ("remake", *sorted((number, found.target[0])))
    if found.type == "based_on_true_story":
        return (found.type, number)
    return (found.type, number, found.target or str(found.stated).casefold())


_AGAIN = compiled(
    r"\b(?:re-?mak\w*|re-?made|versions?|cop(?:y|ies|ied)|retell\w*|retold|adapt\w*|rework\w*|made|followed"
    r"|answer\w*|turned|own|too|also|twice|take|cover|borrow\w*|bought|translat\w*|moved)\b",
    case=False,
)
_TRUE = compiled(
    r"\b(?:true|real (?:story|stories|life|events?|cases?|people|person|lives|crimes?)|real-life|actual|really"
    r"|truth|happened|existed|memoirs?|autobiograph\w*|biography|biopic|the life of|life story|facts?|newspaper)\b",
    case=False,
)
_UNTRUE = compiled(
    r"\b(?:invent\w*|made[ -]up|fiction\w*|imaginary|imagin(?:ed|ation)|no true|untrue|never happened"
    r"|never existed|not (?:a |an )?(?:true|real)|n't (?:a )?(?:true|real)|not true|no real|nothing (?:real"
    r"|true)|(?:neither|never|hardly|not|no)\b[^,;.]{0,40}\b(?:true|real|happened|fact|existed)|hoax|myth)\b",
    case=False,
)
TRUE = frozenset({Basis.TRUE_STORY, Basis.INSPIRED_BY_REAL_EVENTS})
FALSE = frozenset({Basis.ADAPTATION, Basis.ORIGINAL, Basis.PRESENTED_AS_TRUE})
_BEEN_REMADE = compiled(
    r"\b(?:was|were|been|be|got|gets) (?:[a-z]+ly |already |later |then |also |first |itself )?(?:re-?made"
    r"|retold|reworked)(?: (?:in|by|under|as|already|for)\b[^,;.]*)?"
)
_HE = compiled(r"\b(?:[Hh]e|[Ss]he|[Hh]is|[Hh]er|[Tt]heir|[Tt]hey|[Tt]he (?:same )?director|[Ff]ilmmaker)\b")
_FILMISH = compiled(
    r"^ (?:[a-z-]+ ){0,2}(?:films?|movies?|thriller|drama|comedy|remake|original|version|copy|hit|success"
    r"|production|picture|one|musical|epic|classic|horror|sting|predecessor|model|retelling|melodrama|western"
    r"|romance|adaptation|forebear|source|" + MASK + ")"
)
_LANDS: dict[str, str] = {country: country for country in COUNTRIES.values()} | {
    "Hollywood": "United States",
    "America": "United States",
    "Britain": "United Kingdom",
    "Korea": "South Korea",
    "Bollywood": "India",
}
