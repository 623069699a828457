"""JSON: the contract, whole, and safe to print."""

from __future__ import annotations

import json
from types import SimpleNamespace
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from basedon.forms import show
from basedon.forms.json import ASKED, schema
from basedon.model.answer import FilmAnswer, Miss, Query

FILM_KEYS = [
    *("schema", "found", "query", "catalogue", "work", "story", "based_on", "remake_of", "remakes", "siblings"),
    *("alternatives", "reception", "next_questions"),
]


def fits(value: Any, rule: dict[str, Any], parts: dict[str, Any]) -> bool:
    """Whether a value keeps to a JSON Schema, in those words of it that msgspec writes."""
    if "$ref" in rule:
        return fits(value, parts[rule["$ref"].removeprefix("#/$defs/")], parts)
    for word, count in (("anyOf", any), ("oneOf", lambda fitting: sum(fitting) == 1)):
        if word in rule and not count([fits(value, one, parts) for one in rule[word]]):
            return False
    if "const" in rule and value != rule["const"]:
        return False
    if "enum" in rule and value not in rule["enum"]:
        return False
    types = {"object": dict, "array": list, "string": str, "integer": int, "number": (int, float), "boolean": bool}
    kind = rule.get("type")
    if kind == "null" and value is not None:
        return False
    if kind in types and (
        not isinstance(value, types[kind]) or (kind in ("integer", "number") and isinstance(value, bool))
    ):
        return False
    if isinstance(value, dict):
        held = rule.get("properties", {})
        return set(rule.get("required", ())) <= set(value) and all(
            fits(part, held[key], parts) for key, part in value.items() if key in held
        )
    if isinstance(value, list) and isinstance(rule.get("items"), dict):
        return all(fits(part, rule["items"], parts) for part in value)
    return True


def test_film_has_every_key_of_the_contract_and_no_other(make: SimpleNamespace) -> None:
    made = json.loads(show(make.film(tree=None), "json"))
    assert list(made) == FILM_KEYS
    assert made["schema"] == 1
    assert made["found"] is True
    assert made["remake_of"] is None
    assert made["reception"] is None
    assert made["work"]["ids"] == {"wikidata": "Q3809340", "imdb": "tt2659414", "wikipedia": "Miracle in Cell No. 7"}
    assert made["story"]["findings"][0]["quote"] is None


def test_ask_has_the_keys_of_a_question_besides(make: SimpleNamespace) -> None:
    made = json.loads(show(make.asked(table=make.table), "json"))
    assert set(made) == {*FILM_KEYS, *ASKED} - {"trend"}
    assert made["kind"] == "true_story"
    assert made["table"]["rows"][1] == ["Miracle in Cell No. 7", 2022, None, None]
    assert made["tree"] is None


def test_an_answer_of_a_kind_keeps_its_tree_without_a_question(make: SimpleNamespace) -> None:
    made = json.loads(show(make.film(kind="lineage", tree=make.tree), "json"))
    assert made["question"] is None
    assert made["tree"]["children"][0]["relation"] == "loosely inspired by"


def test_a_miss(make: SimpleNamespace) -> None:
    made = json.loads(show(make.missed(), "json"))
    assert list(made) == ["schema", "found", "query", "catalogue", "suggestions", "needs"]
    assert made["found"] is False
    asked = json.loads(show(make.missed(question="What?", kind="trending"), "json"))
    assert {"question", "kind", "text", "read_as"} <= set(asked)


def test_one_line_or_indented(make: SimpleNamespace) -> None:
    line, pretty = (show(make.asked(), "json", pretty=pretty) for pretty in (False, True))
    assert "\n" not in line
    assert pretty.splitlines()[1].startswith('  "schema": 1')
    assert json.loads(line) == json.loads(pretty)
    assert "7번방의 선물" in line


def test_what_is_written_reads_back_as_the_answer(make: SimpleNamespace, hostile: str) -> None:
    for pretty in (True, False):
        answer = make.hostile(hostile)
        assert msgspec.json.decode(show(answer, "json", pretty=pretty), type=FilmAnswer) == answer
    miss = make.missed(question=hostile, text=hostile)
    assert msgspec.json.decode(show(miss, "json"), type=Miss) == miss


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_reads_back_and_commands_no_terminal(make: SimpleNamespace, text: str) -> None:
    shown = show(make.missed(query=Query(text)), "json", pretty=False)
    assert json.loads(shown)["query"]["title"] == text
    assert not set(shown) & set("\x1b\x7f\x9b\x9d\u202e\u2066\u2028\n")


def test_half_a_character_is_replaced(make: SimpleNamespace) -> None:
    shown = show(make.missed(query=Query("caf\udce9")), "json")
    assert json.loads(shown)["query"]["title"] == "caf\ufffd"


def test_all_that_is_written_keeps_to_the_schema(make: SimpleNamespace, hostile: str) -> None:
    rules = schema()
    answers = [
        make.film(),
        make.asked(tree=make.tree, table=make.table),
        make.hostile(hostile),
        make.missed(question="x"),
    ]
    for answer in [*answers, make.missed(), make.asked(work=None, story=None, kind="listing")]:
        assert fits(json.loads(show(answer, "json")), rules, rules["$defs"])


@pytest.mark.parametrize("missing", [*FILM_KEYS])
def test_the_schema_asks_for_every_key(make: SimpleNamespace, missing: str) -> None:
    rules, made = schema(), json.loads(show(make.film(), "json"))
    del made[missing]
    assert not fits(made, rules, rules["$defs"])


def test_the_schema_refuses_what_is_no_answer(make: SimpleNamespace) -> None:
    rules = schema()
    for key, value in (
        ("found", False),
        ("schema", 2),
        ("work", {}),
        ("based_on", None),
        ("remakes", [1]),
        ("story", "yes"),
    ):
        made = json.loads(show(make.film(), "json")) | {key: value}
        assert not fits(made, rules, rules["$defs"]), key
    story = json.loads(show(make.film(), "json"))
    story["story"]["basis"] = "maybe"
    assert not fits(story, rules, rules["$defs"])


def test_the_schema_is_plain_json_without_loose_ends() -> None:
    text = json.dumps(schema())
    for part in text.split('"#/$defs/')[1:]:
        assert part.partition('"')[0] in schema()["$defs"]
