"""The review of an article for the terminal: its text with the claims marked in place, the rulings below it."""

from __future__ import annotations

from basedon.forms.marking import SIGNS, Piece, pieces, ruling, shown, type_name
from basedon.forms.plain import clean, link, sentence, titled, wrap
from basedon.model.claim import Checked, Claim, Verdict

COLOURS: dict[Verdict, str] = {
    Verdict.SUPPORTED: "32",
    Verdict.CONTRADICTED: "1;31",
    Verdict.DISPUTED: "35",
    Verdict.UNVERIFIED: "33",
}
MOST_FINDINGS = 2


def review_text(checked: Checked, *, colour: bool = False, width: int = 80, name: str | None = None) -> str:
    """The whole review; `name` is what the article was given as, where there are several."""
    review = checked.review
    lines = [f"{clean(name)}"] if name else []
    lines += wrap(sentence(review.article.title or ""), width) if review.article.title else []
    counts = ", ".join(f"{getattr(review.summary, verdict.value)} {verdict.value}" for verdict in Verdict)
    lines += [counts if review.claims else "No claim about a film is found in it.", ""]
    for paragraph in _paragraphs(pieces(checked.text, review.claims)):
        numbers = [number for piece in paragraph for number in piece.ends]
        if not numbers:
            continue
        lines += _marked(paragraph, review.claims, colour, width)
        for number in numbers:
            lines += _claim(number, review.claims[number - 1], colour, width)
        lines.append("")
    return "\n".join(lines).rstrip()


def _paragraphs(cut: list[Piece]) -> list[list[Piece]]:
    """The pieces line by line."""
    made: list[list[Piece]] = [[]]
    for piece in cut:
        *whole, last = piece.text.split("\n")
        for line in whole:
            made[-1].append(Piece(line, piece.verdict))
            made.append([])
        made[-1].append(Piece(last, piece.verdict, piece.ends))
    return made


def _marked(paragraph: list[Piece], claims: tuple[Claim, ...], colour: bool, width: int) -> list[str]:
    """A paragraph, wrapped, with numbers behind its claims."""
    words: list[tuple[str, Verdict | None]] = []
    apart = True
    for piece in paragraph:
        text = clean(piece.text)
        glued = bool(words) and not apart and not piece.text[:1].isspace() and bool(piece.text)
        apart = piece.text[-1:].isspace() if piece.text else apart
        parts = text.split(" ") if text else []
        if glued and parts and words:
            before, verdict = words[-1]
            if verdict == piece.verdict or not colour:
                words[-1] = (before + parts[0], verdict or piece.verdict)
                parts = parts[1:]
            elif not before.endswith("\u2060"):
                words[-1] = (before + "\u2060", verdict)  # no blank follows
        words += [(part, piece.verdict) for part in parts]
        for number in piece.ends:
            sign = SIGNS[claims[number - 1].verdict]
            words.append((f"[{number}{sign}]", claims[number - 1].verdict))
            apart = False
    lines: list[str] = [""]
    length = 0
    for word, verdict in words:
        tight = word.endswith("\u2060")
        word = word.removesuffix("\u2060")
        if length and length + len(word) + 1 > width:
            lines[-1] = lines[-1].rstrip()
            lines.append("")
            length = 0
        painted = f"\x1b[{COLOURS[verdict]}m{word}\x1b[0m" if colour and verdict else word
        lines[-1] += painted + ("" if tight else " ")
        length += len(word) + (not tight)
    return [line.rstrip() for line in lines]


def _claim(number: int, claim: Claim, colour: bool, width: int) -> list[str]:
    film = titled(claim.subject.title, claim.subject.year)
    said = f"[{number}] {SIGNS[claim.verdict]} {film}, {type_name(claim)} {shown(claim.stated)}: {ruling(claim)}"
    lines = [f"  {line}" for line in wrap(said, max(20, width - 2))]
    if colour:
        lines = [f"\x1b[{COLOURS[claim.verdict]}m{line}\x1b[0m" for line in lines]
    for finding in claim.findings[:MOST_FINDINGS] if claim.verdict is not Verdict.UNVERIFIED else ():
        url = link(finding.url)
        place = f"{clean(finding.source)}, {clean(finding.locator)}" + (f" <{url}>" if url else "")
        lines += [f"      {line}" for line in wrap(f"{sentence(finding.says)} ({place})", max(20, width - 6), lines=4)]
    return lines
