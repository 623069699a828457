"""What FEVER's claims about films get: sentences labelled with Wikipedia, each alone.

python -m bench.fever DATA [--misses]

DATA is the folder that holds `fever/film_claims_dev.jsonl`. Only claims about origins, remakes, directors, years and
cast count (told by their words, the same for every label); of these one half, by the hash of their id, is for looking
at (`--misses`), the other only measured.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from hashlib import blake2b
from pathlib import Path

import basedon
from basedon import checking
from basedon.model.claim import Claim, Verdict

ABOUT = re.compile(
    r"\b(?:directed|director|remake|based on|adapt|adaptation|starr(?:ed|ing)|stars?|cast|acts?|actor|actress|\d{4}|"
    r"released|novel|true story|film by)\b",
    re.IGNORECASE,
)
NAME = re.compile(r"\(\d{4} film\)$")
LABELS = {"SUPPORTS": Verdict.SUPPORTED, "REFUTES": Verdict.CONTRADICTED}


def verdict(claims: tuple[Claim, ...]) -> Verdict:
    """The verdict on a sentence: contradicted if a claim of it is, supported if all that were found in it are.

    "Hush (2016 film)" is the name of a page and claims nothing.
    """
    said = {claim.verdict for claim in claims if not NAME.search(claim.quote)}
    if Verdict.CONTRADICTED not in said and Verdict.UNVERIFIED in said:
        return Verdict.UNVERIFIED
    return next((v for v in (Verdict.CONTRADICTED, Verdict.SUPPORTED) if v in said), Verdict.UNVERIFIED)


def main() -> None:
    """Print precision and recall of supported and contradicted, for each half."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--misses", action="store_true")
    options = parser.parse_args()
    halves = {"looked at": Counter[str](), "measured": Counter[str]()}
    with basedon.open() as opened, (options.data / "fever" / "film_claims_dev.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            if not ABOUT.search(row["claim"]):
                continue
            half = "looked at" if blake2b(str(row["id"]).encode(), digest_size=1).digest()[0] % 2 else "measured"
            found = checking.check(opened.catalogue, row["claim"]).claims
            got, wanted = verdict(found), LABELS.get(row["label"], Verdict.UNVERIFIED)
            counts = halves[half]
            counts["claims"] += 1
            counts[f"is {wanted.value}"] += 1
            counts[f"said {got.value}"] += 1
            counts[f"right {got.value}"] += got is wanted
            wrong = got is not wanted and got is not Verdict.UNVERIFIED
            if options.misses and half == "looked at" and wrong:
                told = [(c.type, c.subject.label, c.stated, c.verdict.value) for c in found]
                print(f"{row['label']} {row['claim']} -> {told}")
    for half, c in halves.items():
        print(f"{half}: {c['claims']} claims")
        for name in ("supported", "contradicted"):
            right, all_said, held = c[f"right {name}"], c[f"said {name}"], c[f"is {name}"]
            precision, recall = right / max(1, all_said), right / max(1, held)
            print(f"  {name:13} precision {precision:.3f} ({right}/{all_said})  recall {recall:.3f} ({right}/{held})")


if __name__ == "__main__":
    main()
