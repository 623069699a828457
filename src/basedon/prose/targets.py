"""Reads what follows a cue: a true story, a life, an event, one or more works; None rather than a guess."""

from __future__ import annotations

from msgspec.structs import replace

from basedon.model.statement import Target
from basedon.prose import events, known, real
from basedon.prose.heads import find_head
from basedon.prose.names import name_text, read_name, stands_alone
from basedon.prose.nouns import BOOK, TYPE_OF
from basedon.prose.patterns import compiled
from basedon.prose.phrases import Context, Phrase, word_at
from basedon.prose.titles import read_title
from basedon.prose.works import Known, follow, read_untyped, read_work

_MOST = 4  # targets of one cue
# What only leads to the target: "the first volume of", "elements of".
_LEAD_IN = compiled(
    r"^(?:(?:both|partly|partially|loosely|largely|in part|in turn|somewhat|mainly|primarily|heavily|only|also|either)"
    r" (?:(?:up)?on |from |by )?"
    r"|(?:the )?(?:first|second|third|fourth|last|final|latter|opening|title) (?:\pL+ )?"
    r"(?:parts?|half|sections?|chapters?|books?|volumes?|story|novel|entry|installment) (?:of|in|from) "
    r"|(?:one|several|some|two|three|four|five|six|various|many) of "
    r"|(?:the |an? |various |several )?(?:parts?|portions?|elements?|sections?|chapters?|aspects?|segments?"
    r"|episodes?|incidents?"
    r"|events|stories|plot|premise|themes?|basic plot|characters|screenplay|libretto|book|text|titles?|scenes?)"
    r" (?:of|from|in|for) )",
    case=False,
)
_WORKS_OF = compiled(
    r"^(?:the |several |various |two |three |some )?(?:life and |collected |famous |early )?"
    r"(?:works?|writings|stories|short stories|tales|poems|plays|novels|books|fables|fairy tales) (?:of|by) "
)
_SEVERAL = compiled(r"\b(?:novels|stories|plays|books|tales|memoirs|novellas|films|articles|poems) (?:by [^\"]* )?\"?$")
_STORY_OF = compiled(r"^(?:the |a )?(?:classic |famous |old )?(?:story|tale|legend|fable) of \"")
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May ",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_OPENS = frozenset({"the", "a", "his", "her", "their", "on", "its"})
_OF = frozenset({"of", "about", "surrounding", "behind", "involving", "concerning"})


def read_targets(context: Context, start: int, works: bool = False) -> tuple[Phrase, ...]:
    """What the words from the offset `start` on point to, in order; empty where that can't be told.

    `works` says that only a work can follow: then "Star Wars" is nobody's name.
    """
    first = read_target(context, start, works)
    if first is None:
        return ()
    found = list(_parted(context, start, first))
    while len(found) < _MOST and found[-1].meaning == "work":
        more = _another(context, found[-1])
        if more is None:
            break
        found.append(more)
    shared = found[-1].target.creator
    before = [one.target for one in found[:-1]]
    if shared and all(one.creator is None and one.title not in (None, context.film) for one in before):
        found = [replace(one, target=replace(one.target, creator=shared)) for one in found]
    elif found[-1].target.title == context.film and all(one.title is None and one.creator is None for one in before):
        same = found[-1].target.title  # "the 1901 novel and 1902 play of the same name by A"
        found = [replace(one, target=replace(one.target, title=same, creator=shared)) for one in found]
    return tuple(found)


def _parted(context: Context, start: int, found: Phrase) -> tuple[Phrase, ...]:
    """Two titles that a noun in the plural shows: "the stories Low Water and High Water"."""
    title = found.target.title
    at = context.sentence.find(title, start) if title else -1
    if not title or title.count(" and ") != 1 or _SEVERAL.search(context.sentence[start : max(start, at)]) is None:
        return (found,)
    return tuple(replace(found, target=replace(found.target, title=each)) for each in title.split(" and "))


def read_target(context: Context, start: int, works: bool = False) -> Phrase | None:
    """The first thing that the words from the offset `start` on point to."""
    at = word_at(context.words, start)
    for _ in range(3):
        if at >= len(context.words):
            return None
        offset = context.words[at].start
        found = _works_of(context, at) or (None if works else _real(context, at))
        if found:
            return found
        lead_in = _LEAD_IN.match(context.sentence[offset : offset + 120])
        after = offset + lead_in.end() if lead_in else 0
        if lead_in is None or context.sentence.startswith(("the same ", "that name", "same "), after):
            break  # "the book of the same name" leads to nothing further
        at = word_at(context.words, after)
    else:
        return None
    return read_work(context, at) or read_untyped(context, at)


def read_about(context: Context, at: int) -> Phrase | None:
    """The person or event that the words from word `at` on name, where the genre already says that they are real."""
    if at >= len(context.words):
        return None
    found = _real(context, at)
    if found and found.meaning != "truth":
        return found
    if find_head(context.words, at) is not None:
        return None  # "based on X's memoir" is about a book
    person = real.lives(context.sentence, context.words, at)
    if person is None:
        return None
    return Phrase("person", person.target, context.words[person.end - 1].end, person.mark)


def _real(context: Context, at: int) -> Phrase | None:
    sentence, words = context.sentence, context.words
    here = sentence[words[at].start : words[at].start + 200]
    low = here.lower()
    own = real.OWN.match(here) if "his " in low or "her " in low or "their " in low else None
    if own:
        end = words[at].start + own.end()
        following = words[word_at(words, end)].text if word_at(words, end) < len(words) else "."
        if following not in TYPE_OF and following not in BOOK and sentence[end : end + 1] not in ("-", "'"):
            return Phrase("truth", Target(), end, real.Mark.NONE, weak=True)
    said = any(word in low for word in real.TRUE_WORDS)
    truth = real.TRUTH.match(here) if said and not real.LIFE_OF.match(here) else None
    end = words[at].start + truth.end() if truth else 0
    if truth and not _names_work(context, end):
        return Phrase("truth", _whose_truth(context, end), end, real.Mark.REAL)
    named = at + (words[at].text.lower() in ("the", "a"))
    if known.event_end(words, named) > named:  # "the Fall of Saigon" is nobody's fall
        event = events.read_event(sentence, words, at)
        return Phrase("event", event[0], words[event[1] - 1].end, _dated(event[0])) if event else None
    if '"' in here[:40] and _STORY_OF.match(here):
        return None
    around = real.EVENTS_AROUND.match(here) if low.startswith(("events ", "the events ")) else None
    if around:
        return Phrase("truth", Target(), words[at].start + around.end() - 1, real.Mark.ROLE)
    life = real.LIFE.match(here) if " of " in here else None
    if life:
        weak = real.weak(life.group() or "")
        after = word_at(words, words[at].start + life.end())
        lived = real.lives(sentence, words, after, alone=not weak)
        if lived:
            return Phrase("person", lived.target, words[lived.end - 1].end, lived.mark, weak)
        event = events.read_event(sentence, words, after)
        if event:
            return Phrase("event", event[0], words[event[1] - 1].end, _dated(event[0]), weak)
        return None
    event = events.read_event(sentence, words, at)
    if event:
        return Phrase("event", event[0], words[event[1] - 1].end, _dated(event[0]))
    if find_head(words, at) is not None:
        return None
    person = real.read_person(sentence, words, at, alone=True)
    if person is None:
        return None
    end = words[person.end - 1].end
    if words[person.end - 1].text.endswith(("'s", "s'")):
        owned = real.OWNED_LIFE.match(sentence[end : end + 80])
        after = word_at(words, end + owned.end()) if owned else 0
        if owned is None or not stands_alone(words, after):  # "Ann's childhood wish" is no childhood
            return None
        return Phrase("person", person.target, end + owned.end(), person.mark)
    return Phrase("person", person.target, end, person.mark, weak=True) if person.mark else None


def _dated(event: Target) -> int:
    """An event that is known, with a year, or of a kind that has a name of its own is real; an invented one seldom."""
    if known.is_event(event.title or ""):
        return real.Mark.REAL
    named = (event.title or "").startswith(("Battle of", "Siege of", "Attack on", "Assassination of"))
    dated = event.year or any(month in (event.title or "") for month in _MONTHS)
    return real.Mark.REAL if dated or named else real.Mark.ROLE


def _names_work(context: Context, end: int) -> bool:
    """Whether "true crime" or the like only describes a noun that follows: "true crime book"."""
    at = word_at(context.words, end)
    return at < len(context.words) and context.words[at].text in (
        "book",
        "novel",
        "article",
        "memoir",
        "podcast",
        "series",
    )


def _whose_truth(context: Context, end: int) -> Target:
    """Whom or what a true story is of: "the true story of boxer Vinny Pazienza"."""
    at = word_at(context.words, end)
    if at + 1 >= len(context.words) or context.words[at].text not in _OF:
        return Target()
    about = read_about(context, at + 1)
    return about.target if about else Target()


def _works_of(context: Context, at: int) -> Phrase | None:
    """An author's works as a whole: "the stories of Edgar Allan Poe"."""
    offset = context.words[at].start
    works = _WORKS_OF.match(context.sentence[offset : offset + 90])
    if works is None:
        return None
    first = word_at(context.words, offset + works.end())
    end = read_name(context.words, first)
    name = name_text(context.sentence, context.words, (first, end)) if end > first else ""
    if " " not in name:
        return None
    known, here = follow(context, end, Known(creator=name))
    target = Target(title=known.title, type="other", creator=name, year=known.year)
    return Phrase("work", target, context.words[here - 1].end)


def _another(context: Context, found: Phrase) -> Phrase | None:
    """A further work after "and": "and the 1941 novel Slightly Perfect", "(1975) and After Hours (1979) by"."""
    words = context.words
    at = word_at(words, found.end)
    comma = at < len(words) and words[at].text == ","
    at += comma
    if context.sentence.startswith("as well as ", words[at].start if at < len(words) else 0):
        at += 2
    elif at + 1 >= len(words) or words[at].text not in ("and", "&"):
        return None
    at += 1
    if at + 1 >= len(words):
        return None
    if words[at].text in TYPE_OF or words[at].text in _OPENS or words[at].text[:4].isdigit():
        more = read_work(context, at + (words[at].text == "on"))
        head = find_head(words, at + (words[at].text == "on"))
        if more is None or more.meaning != "work" or (more.target.title is None and more.target.creator is None):
            return None
        dated = more.target.title and more.target.year  # a film that is only named may begin the next clause
        return more if head and (head.type != "film" or dated) else None
    if comma or found.target.title is None or not (words[at].capital or words[at].text == '"'):
        return None
    read = read_title(context.sentence, words, at, context.film)
    if read is None or read[1] >= len(words):
        return None
    quoted = words[at].text == '"'
    if not quoted and not (words[read[1]].text == "(" and words[min(read[1] + 1, len(words) - 1)].text.isdigit()):
        return None
    known, here = follow(context, read[1], Known(title=read[0]))
    return Phrase(
        "work", replace(found.target, title=known.title, creator=known.creator, year=known.year), words[here - 1].end
    )
