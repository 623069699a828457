"""Reads which films remade a film: "was remade in 1991 as X", "remade in Hindi as Y (2003) and in Tamil as Z"."""

from __future__ import annotations

from basedon.model.statement import Target
from basedon.prose.names import read_names
from basedon.prose.patterns import compiled
from basedon.prose.phrases import Context, word_at
from basedon.prose.titles import read_title
from basedon.prose.works import past_description

_MOST = 6
_YEAR = compiled(r"^,? ?(?:(?:again )?in|as a|as an|as the|the)? ?((?:19|20)\d\d)\b")
_SAME = compiled(
    r"^,? ?(?:with|under|using|by) (?:the|its) (?:same|original) (?:title|name)|^,? ?as a film of the same name",
    case=False,
)
_AS = compiled(
    r"^,? ?(?:as|into|titled|entitled|called|under the (?:title|name)|with the title|and (?:titled|released as"
    r"|retitled)|retitled)"
    r" (?:(?:the|an?) (?:(?:[\pL\pN-]+) )*?(?:film|movie|musical|picture|western|version|telefilm|comedy|series"
    r"|serial|drama|talkie|feature),? )?"
    r"(?:also |titled |entitled |called |of the same (?:name|title))?"
)
_AS_OF = compiled(
    r"^,? ?as (?:the|an?) ((?:19|20)\d\d) (?:(?:[\pL\pN-]+) )*?(?:film|movie|musical|picture|western|version|telefilm"
    r"|comedy|series|serial|drama|talkie|feature)s?,?"
    r"(?P<same> (?:of|by|with|under) the same (?:name|title))?(?: titled| entitled| called)?\b ?"
)
_IN = compiled(r"^,? ?(?:in(?:to)?|at|for|on) (?:the )?(?:[\pL-]+)(?: [A-Z][\pL.-]+)*")
_BY = compiled(r"^,? ?(?:again )?(?:by|with) ")
_ADVERB = compiled(
    r"^,? ?(?:again|twice|three times|later|once more|several times|first|also|and|then|both)\b", case=False
)
_OPENED = compiled(r"^(?:[A-Z][a-z]+ )?[Ii]n (?:[A-Z][a-z]+ )?((?:19|20)\d\d)\b")
_PAREN_YEAR = compiled(r"^ ?\((?:[^)]*? )?((?:19|20)\d\d)[^)]*\)")


def read_remade(context: Context, start: int) -> list[tuple[Target, int]]:
    """The remakes that the words from the offset `start` on name (by title, or by year alone), with where each ends."""
    found: list[tuple[Target, int]] = []
    title: str | None = None
    opened = _OPENED.match(context.sentence)
    year: int | None = int(opened.group(1) or "0") if opened else None
    at = end = start
    for _ in range(16):
        rest = context.sentence[at : at + 160]
        step = 0
        dated = _AS_OF.match(rest)
        if dated and title is None:
            year = int(dated.group(1) or "0")
            step = dated.end()
            end = at + step
            first = word_at(context.words, at + step)
            read = None if dated.group("same") else read_title(context.sentence, context.words, first, context.film)
            if dated.group("same"):
                title = context.film
            elif read is not None:
                title, end = read[0], context.words[read[1] - 1].end
                step = end - at
            at += step
            continue
        for pattern in (_YEAR, _PAREN_YEAR):
            match = pattern.match(rest)
            if match:
                said = int(match.group(1) or "0")
                if year is not None and pattern is _YEAR:
                    found.append((Target(title=title, type="film", year=year), end))
                    title = None
                year, step = said, match.end()
                end = at + step
                break
        if not step and (match := _SAME.match(rest)):
            title, step = title or context.film, match.end()
            end = at + step
        if not step and (match := _AS.match(rest)):
            first = word_at(context.words, at + match.end())
            first = past_description(context, first) if first < len(context.words) else first
            read = read_title(context.sentence, context.words, first, context.film)
            if (match.group() or "").endswith(("of the same name", "of the same title")):
                title, step = context.film, match.end()
            elif read is None:
                break
            else:
                if title is not None:
                    found.append((Target(title=title, type="film", year=year), end))
                    year = None
                title, step = read[0], context.words[read[1] - 1].end - at
            end = at + step
        if not step and (match := _BY.match(rest)):
            names, after = read_names(context.words, word_at(context.words, at + match.end()))
            step = context.words[after - 1].end - at if names else 0
        for pattern in (_IN, _ADVERB):
            if not step and (match := pattern.match(rest)):
                step = match.end()
        if not step or len(found) >= _MOST:
            break
        at += step
    if title is not None or year is not None:
        found.append((Target(title=title, type="film", year=year), end))
    return found
