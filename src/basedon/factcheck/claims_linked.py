"""Reads which films belong together by what is known of them: remakes, and other films of a director."""

from __future__ import annotations

from collections.abc import Iterator

from basedon.factcheck.clause import Clause, Found, Ref
from basedon.factcheck.knowing import Knowing
from basedon.prose.patterns import compiled

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

_BEEN_REMADE = compiled(
    r"\b(?:was|were|been|be|got|gets) (?:[a-z]+ly |already |later |then |also |first |itself )?(?:re-?made"
    r"|retold|reworked)(?: (?:in|by|under|as|already|for)\b[^,;.]*)?"
)

_HE = compiled(r"\b(?:[Hh]e|[Ss]he|[Hh]is|[Hh]er|[Tt]heir|[Tt]hey|[Tt]he (?:same )?director|[Ff]ilmmaker)\b")


class Linked(Knowing):
    """Reads links between the films of a sentence."""

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
