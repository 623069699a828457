"""Who "the original", "its Korean predecessor", "the 2013 version", "it" and "he" are, sentence by sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from basedon.factcheck.clause import Clause, Films, Ref
from basedon.factcheck.facts import Held
from basedon.factcheck.names import Anchor, anchors
from basedon.factcheck.naming import Named
from basedon.identity.titles import normal_name
from basedon.prose.patterns import compiled
from basedon.prose.references import MASK, Reference, references
from basedon.prose.sentences import Span
from basedon.prose.tokens import tokens

_YEAR = compiled(r"\b(?:18[89]\d|19\d\d|20\d\d)\b")
_FOLLOWS = compiled(
    r"^(?: (?:he|she|it|they|we) [a-z]+(?: [a-z]+)?)?[ ,]*(?:is |was |came )?(?:by|from|of|is|was|directed by"
    r"|made by|by director)[ ]*$".replace("[ ]", r"\x20")
)
_TELLS = compiled(r"^[\"' ]*(?:,|is|was)? ?$")
_OF = compiled(r"^(?:'s)? (?:of|to|for|on) (?:the |a |an |his |her |their )?$")
_IS = compiled(
    r"\b(?:is|was|are|were|remains|became|being|be|as|also|both|just|simply|really|not|actually|itself|essentially|,)$"
)
_BEFORE_TITLE = compiled(r"^[ ,:\"']*(?:called |titled |entitled |named |known as )?[\"']?$")
RECALLED, FAMILY, MOST_MEANT = 4, 12, 4
"""Films spoken of before, and of one family, on which people are looked for; films that "it" may mean."""

NEAR_NAME = 45
"""Characters between a title and a name that tells which film of that title is meant."""

BESIDE = 40
"""Characters behind a title in which a year belongs to it."""

REMEMBERED = 40
"""Films that an article spoke of last, of which a phrase may mean one."""


class Reader:
    """Goes through an article's sentences and remembers what they spoke of."""

    def __init__(self, held: Held, topic: Films, headed: bool = True) -> None:
        """`topic` is what the article is about; `headed`: its headline says so."""
        self.held, self.topic = held, topic
        self.focus: Films = topic
        self.recent: list[int] = list(topic)
        self.makers: Films = topic
        self.originals: dict[int, int] = {}
        """Which film the article itself says that a film remakes."""
        self.anchor: int | None = None
        self.made: int | None = None
        """The remake that the last sentences told of."""
        self.under = not headed
        """Whether a heading above names a film, or no headline tells what the article is about."""
        self.begun = headed
        """Whether a film has been named yet."""
        self.around: Films = ()
        """Films of the sentence before."""

    def clause(
        self, span: Span, number: int, plain: str, named: Sequence[Named], heading: bool, anew: bool = False
    ) -> Clause:
        """A sentence with all that stands for a film in it; `plain` is the sentence made plain."""
        if anew and self.topic and not named and not self.under:
            self.focus = self.topic  # a new paragraph goes back to what the article is about
        shape = masked(plain, [(n.start - span.start, n.end - span.start) for n in named])
        words = tokens(shape)
        found = references(words)
        titles = [(n.start - span.start, n.end - span.start, n) for n in named]
        people = self.people(shape, titles)
        refs: list[Ref] = []
        phrases: list[Reference] = []
        used: set[int] = set()
        for start, end, one in titles:
            phrase = next((p for p in found if self.describes(shape, p, start)), None)
            if phrase:
                used.add(id(phrase))
                phrases.append(phrase)
            behind = next((p for p in found if 0 <= p.start - end < 10 and _TELLS.match(shape[end : p.start])), None)
            near = [a for a in people if a.start - end < NEAR_NAME and start - a.end < NEAR_NAME]
            works, sure = self.pinned(one, phrase, behind, shape[end : end + BESIDE].split(MASK)[0], near)
            works = self.apart(works, [ref.works[0] for ref in refs if ref.works])
            refs.append(Ref(phrase.start if phrase else start, end, start, works, True, phrase, sure))
        focus = self.focus
        for phrase in found:
            if id(phrase) in used or any(p.start < phrase.end and p.end > phrase.start for p in refs_spans(refs)):
                continue
            by_name = self.by_name(shape, phrase, people)
            if self.predicate(shape, phrase):
                phrases.append(phrase)
                if by_name is None or any(by_name[0][0] in ref.works for ref in refs):
                    continue
            meant = by_name or self.meant(phrase, refs, shape, focus)
            if meant is None and phrase.role != "person" and (phrase.definite or phrase.owner) and not phrase.plural:
                meant = (), False  # it is known that some other film is spoken of
            if meant is not None:
                refs.append(
                    Ref(phrase.start, phrase.end, phrase.start, meant[0], False, phrase, meant[1], bool(by_name))
                )
        refs.sort(key=lambda ref: ref.start)
        clause = Clause(
            number,
            span.start,
            plain,
            shape,
            words,
            tuple(refs),
            tuple(phrases),
            focus,
            self.topic,
            self.makers,
            tuple(people),
            tuple(self.recent),
            self.anchor,
            heading,
        )
        self.remember(clause)
        return clause

    def describes(self, shape: str, phrase: Reference, start: int) -> bool:
        """Whether a phrase stands right before a title and tells what it is: "the Korean drama X"."""
        if phrase.role in ("it", "person") or phrase.end > start or phrase.plural:
            return False
        return start - phrase.end < 20 and _BEFORE_TITLE.match(shape[phrase.end : start]) is not None

    def predicate(self, shape: str, phrase: Reference) -> bool:
        """Whether a phrase tells what the film before it is, and stands for none itself: "X is a Korean film"."""
        if phrase.role in ("it", "person"):
            return False
        before = shape[: phrase.start].rstrip(" \"'")
        if not phrase.definite:
            return True
        if _IS.search(before[-24:]):
            return not before.endswith(",") or before.rstrip(" ,\"'").endswith(MASK)
        return False

    def people(self, shape: str, titles: Sequence[tuple[int, int, Named]]) -> list[Anchor]:
        """The names in a sentence that are credited on its films, or on those spoken of before."""
        films = [(number, start) for start, _, one in titles for number in one.works]
        near = [number for number, _ in films]
        if not near and not self.begun:
            return []
        there = list(dict.fromkeys((*self.focus, *self.around, *self.topic, *self.recent[:RECALLED])))
        family = [
            n
            for number in dict.fromkeys((*near, *self.focus, *self.around[:2]))
            for n in self.held.family(number)[:FAMILY]
        ]
        known = [n for n in self.recent if n in family]
        return anchors(self.held, shape, films, [*there, *known, *family], [*near, *self.focus, *self.around, *family])

    def by_name(self, shape: str, phrase: Reference, people: Sequence[Anchor]) -> tuple[Films, bool] | None:
        """The film that "A's film" and "a Finnish one by A" mean, where A directed one that was spoken of."""
        if phrase.role in ("it", "person") or phrase.plural:
            return None
        for anchor in people:
            if "director" not in anchor.roles:
                continue
            owns = phrase.owner == "name" and 0 <= phrase.body - anchor.end <= 4
            follows = anchor.start > phrase.end and _FOLLOWS.match(shape[phrase.end : anchor.start]) is not None
            if owns or follows:
                made = [n for n in (anchor.work, *self.held.family(anchor.work)) if self.directs(anchor, n)]
                fitting = [n for n in made if self.fits(n, phrase)] or made
                if phrase.role == "remake" and any(self.held.facts(n).originals for n in fitting):
                    fitting = [n for n in fitting if self.held.facts(n).originals]
                elif phrase.role == "original":
                    fitting = [n for n in fitting if self.held.facts(n).derivatives] or fitting
                return (fitting[0],), True
        return None

    def directs(self, anchor: Anchor, number: int) -> bool:
        """Whether somebody directed a film."""
        return normal_name(anchor.name) in self.held.facts(number).directors or number == anchor.work

    def pinned(
        self, one: Named, phrase: Reference | None, behind: Reference | None, after: str, people: Sequence[Anchor]
    ) -> tuple[Films, bool]:
        """The films that a title may mean, where what stands beside it tells which: a year, a country, a name."""
        works = one.works
        if len(works) < 2:
            return works, one.sure
        years = {int(found.group() or 0) for found in _YEAR.finditer(after)} | {
            p.year for p in (phrase, behind) if p and p.year
        }
        said = [p for p in (phrase, behind) if p and (p.year or p.countries or p.languages)]
        ways = [
            *([n for n in works if self.fits(n, p)] for p in said),
            [n for n in works if years & set(self.held.facts(n).years)],
            [n for n in works if n in {a.work for a in people}],
        ]
        for fitting in ways:
            if len(fitting) == 1:
                return tuple(fitting), True
        if not one.year:
            last = next((n for n in self.recent if n in works), None)
            if last is not None:
                return (last, *(n for n in works if n != last)), False
        return works, one.sure

    def apart(self, works: Films, taken: Sequence[int]) -> Films:
        """The films of a title in another order: one that the sentence has just named goes last."""
        return tuple(sorted(works, key=lambda n: n in taken)) if len(works) > 1 else works

    def fits(self, number: int, phrase: Reference) -> bool:
        """Whether a film is what the words of a phrase say: of that year, from there, in that language."""
        facts = self.held.facts(number)
        if phrase.year and not any(abs(year - phrase.year) <= 1 for year in facts.years):
            return False
        if phrase.countries and not set(phrase.countries) & set(facts.work.countries):
            return False
        if phrase.languages:
            spoken = facts.work.languages
            if spoken and not set(phrase.languages) & set(spoken):
                return False
            if not spoken:
                return False
        return True

    def meant(self, phrase: Reference, refs: Sequence[Ref], shape: str, focus: Films) -> tuple[Films, bool] | None:
        """The films that a phrase stands for, and whether that is certain; None where it can't be told."""
        earlier = [ref for ref in refs if ref.end <= phrase.start]
        if phrase.role == "it" and not earlier and self.clear(focus):
            return focus, True
        if phrase.role == "it":
            here = tuple(
                n for ref in earlier[:1] for n in ref.works if ref.titled or (ref.phrase and ref.phrase.role != "it")
            )
            meant = tuple(dict.fromkeys((*here, *self.loosely(focus))))
            return (meant, False) if meant else None
        if phrase.role == "person" or phrase.plural or not phrase.definite:
            return None
        base = focus
        owner = next((r for r in refs if r.titled and _OF.match(shape[phrase.end : r.start])), None)
        if owner is None and phrase.owner == "title":
            owner = next((r for r in reversed(earlier) if phrase.start - r.end <= 4), None)
        if owner is None and phrase.owner in ("its", "their") and earlier:
            owner = earlier[-1]
        if owner is not None:
            base = owner.works
        described = bool(phrase.year or phrase.countries or phrase.languages)
        match phrase.role:
            case "original":
                return self.original(base, phrase)
            case "remake":
                return self.remake(base, phrase, described)
            case "film" if phrase.first and not described:
                return self.original(base, phrase)
            case "film" if described:
                return self.by_words(base, phrase)
            case "film" if phrase.owner in ("his", "her", "name"):
                return None
            case "film":
                near = [ref for ref in earlier if not ref.titled and ref.works]
                if near and len({r.works[0] for r in near}) == 1:
                    return near[0].works, near[0].sure
                return (focus, True) if self.clear(focus) else (self.loosely(focus), False) if focus else None
        return None

    def clear(self, focus: Films) -> bool:
        """Whether the last sentences spoke of one film only, so that "it" can be no other."""
        return len(focus) == 1 and set(self.around) <= set(focus)

    def loosely(self, focus: Films) -> Films:
        """What "it" may mean: the film spoken of, another of the last sentences, or what the article is about."""
        return tuple(dict.fromkeys((*focus, *self.around, *self.topic)))[:MOST_MEANT]

    def original(self, base: Films, phrase: Reference) -> tuple[Films, bool] | None:
        """The film that the films spoken of come from."""
        for number in base:
            stated = self.originals.get(number)
            if stated is not None:
                return (stated,), True
            above = self.held.ancestors(number)
            if above:
                spoken = [n for n in self.recent if n in above]
                fitting = [n for n in above if (phrase.year or phrase.countries) and self.fits(n, phrase)]
                if fitting:
                    return (fitting[0],), True
                root = self.held.root(number)
                direct = self.held.facts(number).originals
                chosen = next((n for n in spoken if n in direct), None) or next(iter(spoken), None)
                if chosen is None:
                    chosen = root if phrase.head == "original" else direct[-1]
                return (chosen,), True
        for number in base:
            if self.held.facts(number).derivatives or number in self.originals.values():
                return (number,), True
        return None

    def remake(self, base: Films, phrase: Reference, described: bool) -> tuple[Films, bool] | None:
        """The film made from those spoken of that a phrase means."""
        for number in base:
            family = [*self.held.family(number), *(n for n, o in self.originals.items() if o == number)]
            if phrase.first and "version" in phrase.head:
                return (self.held.root(number),), True
            made = [n for n in dict.fromkeys(family) if n != self.held.root(number) or phrase.head == "version"]
            if not made:
                continue
            if described:
                fitting = [n for n in made if self.fits(n, phrase)]
                if len(fitting) > 1 and phrase.languages and not phrase.countries:
                    fitting = [
                        n for n in fitting if phrase.languages[0] in self.held.facts(n).work.languages[:1]
                    ] or fitting
                spoken = [n for n in self.recent if n in fitting]
                if len(fitting) == 1 or spoken:
                    return (spoken[0] if spoken else fitting[0],), True
                if fitting:
                    return tuple(fitting), False
                continue
            if self.made in made:
                return (self.made,), True
            if number in made and self.held.facts(number).originals:
                return (number,), True
            spoken = [n for n in self.recent if n in made]
            if len(made) == 1 or spoken:
                return (spoken[0] if spoken else made[0],), len(made) == 1
        return None

    def by_words(self, base: Films, phrase: Reference) -> tuple[Films, bool] | None:
        """The film spoken of that is of the year, country or language that a phrase names."""
        family = [n for number in dict.fromkeys((*base[:2], *self.topic[:2])) for n in self.held.family(number)]
        spoken = [n for n in self.recent if n in family]
        pool = list(dict.fromkeys((*base, *spoken, *self.recent, *family)))
        fitting = [n for n in pool if self.fits(n, phrase)]
        if fitting:
            if len(fitting) > 1 and phrase.first:
                fitting.sort(key=lambda n: self.held.facts(n).work.year or 9999)
            return (fitting[0],), True
        return None

    def remember(self, clause: Clause) -> None:
        """What the next sentences' "it", "the film" and "he" may mean."""
        subjects = [ref for ref in clause.refs if not clause.is_object(ref)]
        titled = [ref for ref in clause.refs if ref.titled]
        for ref in (ref for ref in clause.refs if clause.bracketed(ref.start) < 0):
            if ref.titled or (ref.phrase and ref.phrase.role != "it"):
                for number in ref.works[:1]:
                    if number in self.recent:
                        self.recent.remove(number)
                    self.recent.insert(0, number)
        del self.recent[REMEMBERED:]
        lead = next((ref for ref in subjects if ref.works and (ref.phrase is None or ref.phrase.role != "it")), None)
        if lead is not None:
            self.focus = lead.works
        elif titled and not any(ref.phrase and ref.phrase.role == "it" for ref in subjects):
            self.focus = titled[0].works
        here = tuple(
            dict.fromkeys(
                n
                for ref in clause.refs
                if ref.titled or (ref.phrase and ref.phrase.role != "it")
                for n in ref.works[:2]
            )
        )
        named = tuple(dict.fromkeys(a.work for a in clause.people if "director" in a.roles))
        if here or named:
            self.around = tuple(dict.fromkeys((*here, *named)))[:4]
        if not clause.refs and named and not clause.heading:
            self.focus = named[-1:]
        if any(ref.works for ref in clause.refs):
            self.makers = next((ref.works for ref in (*subjects, *clause.refs) if ref.works), ())
        self.begun = self.begun or bool(titled)
        self.under = (clause.heading and bool(titled)) or (self.under and not clause.heading)


def refs_spans(refs: Sequence[Ref]) -> list[Ref]:
    """The refs made of titles."""
    return [ref for ref in refs if ref.titled]


def masked(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """The text with a letter that no title has in place of every character of a title."""
    pieces, at = [], 0
    for start, end in spans:
        pieces += [text[at:start], MASK * (end - start)]
        at = end
    return "".join([*pieces, text[at:]])


def topic_of(headline: Sequence[Named], body: Sequence[Named]) -> Films:
    """What an article is about: the films that its headline names, else the one that it names most."""
    if headline:
        return tuple(dict.fromkeys(n for one in headline for n in (one.works if len(headline) == 1 else one.works[:1])))
    counted = Counter(one.works[0] for one in body)
    if not counted:
        return ()
    first = {one.works[0]: place for place, one in reversed(list(enumerate(body)))}
    best = max(counted, key=lambda number: (counted[number], -first[number]))
    return (best,)
