"""Reads countries, languages and true stories by what is known of the films that a sentence speaks of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from basedon.factcheck.clause import Clause, Found
from basedon.factcheck.knowing import REACH, Knowing
from basedon.model.statement import Predicate
from basedon.model.verdict import Basis
from basedon.prose.opening import nationalities
from basedon.prose.patterns import compiled
from basedon.prose.places import COUNTRIES, LANGUAGES
from basedon.prose.references import MASK

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


class Told(Knowing):
    """Reads places and stories of the films of a sentence."""

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
