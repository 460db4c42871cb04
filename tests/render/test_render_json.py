"""JSON: every field, the same bytes, and a schema that the report follows and a wrong report does not."""

from __future__ import annotations

import json

import pytest
from sample_reports import HOSTILE, hostile, only, proved, sample, step

from verify_derivations.render.json import render_json, schema
from verify_derivations.results import Report, StepResult

TYPES = {
    "object": dict,
    "array": list,
    "string": str,
    "boolean": bool,
    "null": type(None),
}


def violations(value, rule, root, path="$"):
    """Where a value breaks a JSON Schema: the keywords that ours uses, and no others."""
    known = {"$schema", "$ref", "$defs", "title", "description", "type", "properties", "required"}
    known |= {"anyOf", "enum", "items", "additionalProperties"}
    if set(rule) - known:
        yield f"{path}: the schema has keywords this test does not know: {set(rule) - known}"
    if "$ref" in rule:
        yield from violations(value, root["$defs"][rule["$ref"].rpartition("/")[2]], root, path)
    if "anyOf" in rule and all(list(violations(value, option, root, path)) for option in rule["anyOf"]):
        yield f"{path}: fits none"
    if "enum" in rule and value not in rule["enum"]:
        yield f"{path}: {value!r} is none of {rule['enum']}"
    if rule.get("type") == "integer" and (not isinstance(value, int) or isinstance(value, bool)):
        yield f"{path}: no integer"
    if rule.get("type") in TYPES and not isinstance(value, TYPES[rule["type"]]):
        yield f"{path}: no {rule['type']}"
    elif isinstance(value, dict):
        yield from (f"{path}: {name} is missing" for name in rule.get("required", ()) if name not in value)
        for name, item in value.items():
            inner = rule.get("properties", {}).get(name, rule.get("additionalProperties", {}))
            yield from violations(item, inner, root, f"{path}.{name}")
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from violations(item, rule.get("items", {}), root, f"{path}[{index}]")


def valid(text):
    rule = json.loads(schema())
    return list(violations(json.loads(text), rule, rule))


@pytest.mark.parametrize("report", [sample(), Report(()), *map(hostile, HOSTILE)])
def test_a_report_follows_the_schema(report):
    assert valid(render_json(report)) == []


@pytest.mark.parametrize(
    ("right", "wrong"),
    [('"line": 4', '"line": "4"'), ('"undecided",', '"maybe",'), ('"chain": null,', "")],
)
def test_the_schema_refuses_what_is_wrong(right, wrong):
    text = render_json(sample())
    assert right in text
    assert valid(text.replace(right, wrong))


def test_the_version_stands_first_and_the_text_is_indented_by_two():
    text = render_json(sample())
    assert text.startswith('{\n  "schema_version": "1.3",\n')
    assert text.endswith("}\n")


def test_a_refuted_step_says_where_and_by_how_much():
    steps = json.loads(render_json(sample()))["documents"][0]["derivations"][0]["steps"]
    introduced = next(found for found in steps if found["origin"] == "introduced here")
    assert introduced["status"] == introduced["local_status"] == "refuted"
    assert introduced["witness"] == {
        "point": {"z": "1/7"},
        "sizes": {},
        "left": {"decimal": "0.25", "exact": "1/4"},
        "right": {"decimal": "0.5", "exact": None},
        "tableau": None,
    }
    assert (introduced["path"], introduced["line"], introduced["column"]) == ("derivations/sigmoid.py", 4, 5)
    assert (introduced["source_line"], introduced["code"], introduced["as_expected"]) == (75, "VD101", False)


def test_what_claims_nothing_has_no_status():
    steps = json.loads(render_json(sample()))["documents"][0]["derivations"][0]["steps"]
    assert (steps[0]["kind"], steps[0]["status"], steps[0]["as_expected"]) == ("definition", None, True)


def test_the_numbers_agree_with_the_steps():
    report = json.loads(render_json(only(StepResult(step(1, "a"), proved()), StepResult(step(2, "a"), None))))
    assert report["summary"]["counts"]["proved"] == report["summary"]["statements"] == 1
    assert report["as_expected"] is True
