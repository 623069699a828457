"""What is counted of posts: every post once, every person once a film, copies and programs once, whatever the order."""

# ruff: noqa: E501  # posts are one line each
from __future__ import annotations

import json
import random
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

import basedon
from basedon.building import posts as counting
from basedon.building.posts import beside, react
from basedon.building.posts_counting import Buckets
from basedon.building.posts_rows import Hearing
from basedon.catalogue import reactions
from basedon.catalogue.catalogue import Catalogue
from basedon.catalogue.reacted import Reacted
from basedon.engines.local import Local
from basedon.errors import BadFile
from basedon.model.evidence import Evidence
from basedon.model.statement import Predicate, Statement, Target

FILMS = {"Harbour of Lanterns": 2015, "The Paper Violin": 2003, "Nine Silver Foxes": 1999}
DAY = 1_700_000_000


def said() -> list[Statement]:
    """Three films whose titles are no common words."""
    statements = []
    for number, (title, year) in enumerate(FILMS.items(), 1):
        evidence = (Evidence("wikidata", f"Q{number}", "x"),)
        for predicate, target in (
            (Predicate.TYPE, Target("film")),
            (Predicate.TITLE, Target(title)),
            (Predicate.YEAR, Target(year=year)),
        ):
            statements.append(
                Statement(subject=f"wikidata:Q{number}", predicate=predicate, target=target, evidence=evidence)
            )
    return statements


@pytest.fixture(scope="module")
def films(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("films") / "films.basedon"
    from basedon.building import build

    build(path, [said()])
    return path


def post(text: str, author: str = "", id_: str | None = None, when: int = DAY, **more: Any) -> dict[str, Any]:
    post.count = getattr(post, "count", 0) + 1  # type: ignore[attr-defined]
    return {"body": text, "author": author, "id": id_ or f"p{post.count}", "created_utc": when, **more}  # type: ignore[attr-defined]


Counted = Callable[..., tuple[dict[str, tuple[Any, ...]], Reacted]]


@pytest.fixture
def counted(films: Path, tmp_path: Path) -> Counted:
    """People, posts, seen, about to see and who cried, by title, of rows of posts."""

    def count(*rows: dict[str, Any] | bytes, **more: Any) -> tuple[dict[str, tuple[Any, ...]], Reacted]:
        path = tmp_path / "posts.jsonl"
        path.write_bytes(b"\n".join(row if isinstance(row, bytes) else json.dumps(row).encode() for row in rows))
        folder = tmp_path / f"folder{len(list(tmp_path.iterdir()))}"
        folder.mkdir()
        reacted = react(films, [path], folder, **more)
        return by_title(films, reacted), reacted

    return count


def by_title(films: Path, reacted: Reacted) -> dict[str, tuple[Any, ...]]:
    with Catalogue(films) as catalogue:
        cried = {work: people for work, place, people in reacted.feelings if place == 0}
        return {catalogue.work(work).title: (*its, cried.get(work, 0)) for work, *its in reacted.films}


def kinds(reacted: Reacted) -> dict[str, int]:
    found: dict[str, int] = {}
    for issue, times in reacted.issues.items():
        found[issue.kind] = found.get(issue.kind, 0) + times
    return found


def test_a_person_counts_once_and_each_post_once(counted: Counted) -> None:
    told, reacted = counted(
        post("Harbour of Lanterns made me cry", "ann", "a1"),
        post("Harbour of Lanterns made me cry", "ann", "a1"),
        post("I saw Harbour of Lanterns again", "ann"),
        post("Harbour of Lanterns made me cry", "bob"),
        post("Harbour of Lanterns is hilarious, The Paper Violin made me cry", "cid"),
        post("nothing about films", "dan"),
    )
    assert told == {"Harbour of Lanterns": (3, 4, 3, 0, 2), "The Paper Violin": (1, 1, 1, 0, 1)}
    assert reacted.posts == 6
    assert kinds(reacted) == {"twice": 1}


def test_who_is_about_to_see_it_is_told_apart(counted: Counted) -> None:
    told, _ = counted(
        post("Can't wait to see Harbour of Lanterns and cry", "ann"),
        post("Can't wait to see Harbour of Lanterns", "bob"),
        post("Just watched Harbour of Lanterns, I cried", "bob"),
    )
    assert told["Harbour of Lanterns"] == (2, 3, 1, 1, 1)


def test_posts_that_were_deleted_do_not_count(counted: Counted) -> None:
    def commit(operation: str, did: str, key: str, text: str | None = None) -> dict[str, Any]:
        held: dict[str, Any] = {"operation": operation, "collection": "app.bsky.feed.post", "rkey": key}
        if text:
            held["record"] = {"text": text}
        return {"did": did, "time_us": DAY * 1_000_000, "kind": "commit", "commit": held}

    told, reacted = counted(
        commit("create", "did:a", "1", "Harbour of Lanterns made me cry"),
        commit("create", "did:b", "1", "Harbour of Lanterns made me cry"),
        commit("create", "did:c", "1", "Harbour of Lanterns made me cry"),
        commit("delete", "did:a", "1"),
        {"did": "did:c", "time_us": 1, "kind": "account", "account": {"active": False, "status": "deleted"}},
    )
    assert told == {"Harbour of Lanterns": (1, 1, 1, 0, 1)}
    assert kinds(reacted) == {"deleted": 2}


LONG = "Harbour of Lanterns is a film that I went to see with my whole family last winter and all of us cried"


def test_copies_of_a_long_post_count_once_and_short_ones_are_no_copies(counted: Counted) -> None:
    told, reacted = counted(
        *(post(f"{LONG} https://x.org/{n}", f"writer{n}", when=DAY + n) for n in range(10)),
        *(post(f"Oh my. {LONG} {n}!", f"other{n}", when=DAY + 100 + n) for n in range(5)),
        *(post("The Paper Violin made me cry", f"writer{n}") for n in range(4)),
    )
    assert told["Harbour of Lanterns"][:2] == (1, 1)
    assert told["The Paper Violin"] == (4, 4, 4, 0, 4)
    assert kinds(reacted)["near-identical"] == 14


def test_a_flood_of_one_writer_counts_once(counted: Counted) -> None:
    told, reacted = counted(
        *(
            post(f"Now showing near you on every screen: {title} #{n}", "bot", when=DAY + n)
            for n in range(8)
            for title in FILMS
        ),
        *(post(f"{title} made me cry {chr(97 + n)}", "flood", when=DAY + n) for n in range(20) for title in FILMS),
        post("The Paper Violin made me cry", "ann"),
    )
    assert sum(its[0] for its in told.values()) == 3
    assert kinds(reacted)["automation"] == 23 + 59


def test_a_post_passed_on_counts_as_the_first(counted: Counted) -> None:
    told, _ = counted(
        {"id": "1", "text": "Harbour of Lanterns made me cry", "author_id": "7", "created_at": "2024-01-01T00:00:00Z"},
        {"id": "2", "text": "RT @x: Harbour of Lanterns made me cry", "author_id": "8", "created_at": "2024-01-02T00:00:00Z", "referenced_tweets": [{"type": "retweeted", "id": "1"}]},
        {"id": "3", "text": "RT @x: Harbour of Lanterns made me cry", "author_id": "9", "created_at": "2024-01-02T00:00:00Z", "referenced_tweets": [{"type": "retweeted", "id": "1"}]},
    )  # fmt: skip
    assert told == {"Harbour of Lanterns": (1, 1, 1, 0, 1)}


def test_what_is_broken_hostile_or_odd_is_no_stop(counted: Counted) -> None:
    told, reacted = counted(
        b'{"body": "cut of',
        b"\xff\xfe\xfd",
        post("H\u200barbour of \u202eLanterns\u202c made me cry", "ann"),
        post("<p>Harbour of Lanterns</p><p>made me <b>cry</b></p>", "bob"),
        post("😭" * 5000, "cid"),
        post("Harbour of Lanterns made me cry. " + "x" * 1_000_000, "dan"),
        post("Harbour of Lanterns made me cry", "eve", when=99_999_999_999),
        post("Harbour of Lanterns made me cry", "fay", when=5),
        {"body": None, "author": ["x"], "id": {}},
    )
    assert told["Harbour of Lanterns"][0] == 5
    found = kinds(reacted)
    assert found["unreadable"] == 2
    assert found["impossible time"] == 2
    assert found["long"] == 1


def test_months_and_posts_to_show(counted: Counted) -> None:
    _, reacted = counted(
        *(post(f"Harbour of Lanterns made me {word} like a child at the end of it", f"w{n}", when=DAY + n * 40 * 86400)
          for n, word in enumerate(("cry", "weep", "sob"))),
        post("Harbour of Lanterns made me cry, write to me@example.org or @somebody about it", "z"),
    )  # fmt: skip
    assert [month for _, month, *_ in reacted.months] == ["2023-11", "2023-12", "2024-02"]
    (shown,) = reacted.shown.values()
    assert all("@" not in one.text and one.feelings == ("crying",) for one in shown)
    texts = [one.text for one in shown]
    assert texts[0].startswith("Harbour of Lanterns made me")
    assert len(texts) == 1  # all of them say the same


def test_many_files_of_rows_give_what_one_gives(counted: Counted, monkeypatch: pytest.MonkeyPatch) -> None:
    chance = random.Random(5)  # noqa: S311
    rows = [
        post(f"{chance.choice(list(FILMS))} {chance.choice(['made me cry', 'bored me', 'is hilarious', LONG])}", f"w{chance.randrange(40)}",
             f"i{chance.randrange(300)}", DAY + chance.randrange(10**7))
        for _ in range(500)
    ]  # fmt: skip
    one, first = counted(*rows)
    monkeypatch.setattr("basedon.building.posts_counting.BUCKET", 4000)
    many, second = counted(*rows)
    assert one == many
    assert (first.months, first.issues) == (second.months, second.issues)


def test_the_order_of_posts_and_the_number_of_processes_do_not_matter(counted: Counted) -> None:
    chance = random.Random(7)  # noqa: S311
    rows = [
        post(f"{title} {text}", f"w{chance.randrange(30)}", when=DAY + n)
        for n in range(100)
        for title in FILMS
        for text in ("made me cry", "is my comfort film", LONG)
    ]
    one, first = counted(*rows)
    chance.shuffle(rows)
    other, second = counted(*rows, engine=Local(2, stretch=20_000, part=10_000))
    assert one == other
    assert (first.feelings, first.months, first.shown) == (second.feelings, second.months, second.shown)


def test_a_killed_count_goes_on(films: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "posts.jsonl"
    rows = [post(f"{title} made me cry", f"w{n}", f"k{n}{title}") for n in range(2000) for title in FILMS]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    monkeypatch.setattr("basedon.engines.splitting.GROWN", 50_000)
    read: list[int] = []
    plain, killed = Hearing.read, [6]

    def dying(self: Hearing, block: bytes) -> Any:
        read.append(len(block))
        if len(read) == killed[0]:
            raise KeyboardInterrupt
        return plain(self, block)

    monkeypatch.setattr(Hearing, "read", dying)
    folder = tmp_path / "folder"
    folder.mkdir()
    engine = Local(1, part=100_000)
    with pytest.raises(KeyboardInterrupt):
        react(films, [path], folder, engine=engine)
    before, killed[0] = sum(read[:-1]), 0
    read.clear()
    told = by_title(films, react(films, [path], folder, engine=engine))
    assert told["The Paper Violin"][:2] == (2000, 2000)
    assert sum(read) <= path.stat().st_size - before + 100_000 < path.stat().st_size


def test_authors_are_nowhere_but_as_salted_hashes(films: Path, tmp_path: Path) -> None:
    path = tmp_path / "posts.jsonl"
    path.write_text(
        "\n".join(json.dumps(post("Harbour of Lanterns made me cry", "a-name-of-somebody")) for _ in range(3))
    )
    hashes = []
    for name in ("one", "two"):
        folder = tmp_path / name
        folder.mkdir()
        react(films, [path], folder)
        held = b"".join(file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file())
        assert b"a-name-of-somebody" not in held
        hashes.append(held)
    assert hashes[0] != hashes[1]  # another salt


def test_posts_beside_a_catalogue_leave_it_as_it_is(
    films: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "posts.csv"
    path.write_text("author,text\nann,Harbour of Lanterns made me cry\nbob,Harbour of Lanterns is boring\n")
    before = films.read_bytes()
    monkeypatch.setattr(counting, "MANY", 1)
    monkeypatch.setattr("platformdirs.user_cache_path", lambda _: tmp_path / "cache")
    with Catalogue(films) as catalogue:
        with beside(catalogue, [path]):
            assert [(f.people, f.feelings) for f in reactions.felt(catalogue)] == [(2, {"crying": 1, "bored": 1})]
            assert list((tmp_path / "cache" / "posts").iterdir())
        assert not reactions.holds(catalogue)
        assert not list((tmp_path / "cache" / "posts").iterdir())
        with pytest.raises(BadFile, match="no such file"), beside(catalogue, [tmp_path / "none"]):
            pass
    assert films.read_bytes() == before


def test_a_catalogue_is_built_with_posts_the_same_each_time(tmp_path: Path) -> None:
    path = tmp_path / "posts.jsonl"
    title = "Infernal Affairs"
    path.write_text(
        "\n".join(json.dumps(post(f"{title} (2002) made me cry, really", f"w{n}", f"b{n}")) for n in range(9))
    )
    digests = {basedon.build(tmp_path / f"{n}.basedon", curated=True, posts=path) for n in range(2)}
    assert len(digests) == 1
    assert (tmp_path / "0.basedon").read_bytes() == (tmp_path / "1.basedon").read_bytes()
    with closing(sqlite3.connect(tmp_path / "0.basedon")) as connection:
        assert connection.execute("SELECT people, posts FROM reactions").fetchall() == [(9, 9)]
        assert connection.execute("SELECT records, as_of FROM sources WHERE name = 'posts'").fetchone() == (
            9,
            "2023-11-14",
        )
    with basedon.open(tmp_path / "0.basedon") as held:
        answer = held.ask("What film made people cry the most?")
        assert answer.found
        assert answer.kind == "tearjerkers"


def test_buckets_keep_together_what_has_to_meet(tmp_path: Path) -> None:
    import numpy as np

    from basedon.building.posts_rows import FIELDS

    rows = np.zeros(1000, np.dtype(FIELDS))
    rows["person"] = np.random.default_rng(1).integers(0, 2**63, 100, np.uint64).repeat(10)
    buckets = Buckets(tmp_path, "x", 7)
    buckets.add(rows, rows["person"])
    seen = [set(some["person"].tolist()) for some in buckets.each()]
    assert sum(map(len, seen)) == len(set.union(*seen)) == 100
    assert len(seen) > 3
    assert not list(tmp_path.iterdir())
