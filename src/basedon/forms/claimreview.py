"""The review of an article as schema.org ClaimReview in JSON-LD, fit to stand in a page's script element."""

from __future__ import annotations

from typing import Any

import msgspec

from basedon.forms.jsonld import dated, entity
from basedon.forms.marking import ruling, shown, type_name
from basedon.forms.plain import clean, link, sentence, titled
from basedon.model.claim import BEST, RATINGS, WORST, Checked, Claim

REVIEWER = {"@type": "Organization", "name": "basedon"}


def claimreview(checked: Checked, pretty: bool = True) -> str:
    """One ClaimReview for each claim, all in one graph."""
    review = checked.review
    url = link(review.article.url)
    article: dict[str, Any] = {"@type": "CreativeWork"}
    article |= {"url": url} if url else {}
    article |= {"headline": sentence(review.article.title)} if review.article.title else {}
    article |= {"inLanguage": clean(review.article.language)} if review.article.language else {}
    graph = [_review(claim, article) for claim in review.claims]
    encoded = msgspec.json.encode({"@context": "https://schema.org", "@graph": graph})
    if pretty:
        encoded = msgspec.json.format(encoded, indent=2)
    # nothing in it may end the script element or begin a comment in it
    return encoded.decode().replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _review(claim: Claim, article: dict[str, Any]) -> dict[str, Any]:
    rating = RATINGS[claim.verdict]
    rated: dict[str, Any] = {"@type": "Rating", "alternateName": rating.name}
    if rating.value is not None:
        rated |= {"ratingValue": rating.value, "bestRating": BEST, "worstRating": WORST}
    film: dict[str, Any] = {"@type": "TVSeries" if claim.subject.type == "series" else "Movie"}
    address = entity(claim.subject.id)
    film |= {"@id": address} if address else {}
    film |= {"name": clean(claim.subject.title), **dated(claim.subject.year)}
    said = f"{titled(claim.subject.title, claim.subject.year)}, {type_name(claim)}: {shown(claim.stated)}"
    reasons = " ".join(dict.fromkeys(sentence(finding.says) for finding in claim.findings[:3]))
    review: dict[str, Any] = {
        "@type": "ClaimReview",
        "claimReviewed": said,
        "reviewBody": f"{rating.name}{ruling(claim).removeprefix(claim.verdict.value)}. {reasons}".strip(),
        "reviewRating": rated,
        "author": REVIEWER,
        "itemReviewed": {"@type": "Claim", "text": sentence(claim.quote), "about": film, "appearance": article},
    }
    cited = [address for finding in claim.findings if (address := link(finding.url))]
    if cited:
        review["citation"] = list(dict.fromkeys(cited))
    return {key: value for key, value in review.items() if value}
