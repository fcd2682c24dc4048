"""What it publishes, and how it is answered."""

import json
from datetime import date, datetime, timezone
from pathlib import Path

from gateway_token import NAME
from graphql import Invalid, Refused
from sdl import graph_of

HERE = Path(__file__).parent

# What the hub composes. No root field is among it.
SDL = (HERE / "schema.graphql").read_text(encoding="utf-8")

# What federation asks by.
FEDERATION = """
type Query { _service: _Service! _entities(representations: [_Any!]!): [_Entity]! }
type _Service { sdl: String! }
union _Entity = {{prefix}}Partnership
scalar _Any
"""

# What it knows. Yours may come from a database.
FACTS = json.loads((HERE / "facts.json").read_text(encoding="utf-8"))
DOCUMENT = FACTS["termsOfReference"]
DOCUMENT.update(bodies=FACTS["bodies"], statutoryPartners=FACTS["statutoryPartners"])
PARTNERSHIP = {**FACTS, "__typename": "{{prefix}}Partnership", "id": NAME}


def entities(_source, arguments, _context):
    """One answer for each reference, in their order: the thing itself, or None for what is not known here."""
    references = arguments["representations"]
    if not isinstance(references, list) or not all(isinstance(reference, dict) for reference in references):
        raise Invalid("representations must be a list of objects.")
    is_known = [one.get("__typename") == "{{prefix}}Partnership" and one.get("id") == NAME for one in references]
    return [PARTNERSHIP if known else None for known in is_known]


def service(_source, _arguments, context):
    if not context["isHub"]:
        raise Refused("The schema is for the hub alone.", "UNAUTHORIZED_FIELD_OR_TYPE")
    return {"sdl": SDL}


def terms_of_reference(_source, arguments, _context):
    """The document, if it was worked to on that day."""
    on = arguments.get("on")
    day = day_in(on) if on is not None else datetime.now(timezone.utc).date().isoformat()
    replaced_from = DOCUMENT["replacedFrom"]
    is_in_force = (DOCUMENT["inForceFrom"] or day) <= day and (replaced_from is None or day < replaced_from)
    return DOCUMENT if is_in_force else None


def day_in(text):
    try:
        day = date.fromisoformat(text).isoformat()
    except (TypeError, ValueError):
        day = None
    if day is None or day != text:
        raise Refused("on must be a day, as 2026-03-31.")
    return day


def clauses(source, arguments, _context):
    topic, topics = arguments.get("topic"), arguments.get("topics")
    return [
        clause
        for clause in source["clauses"]
        if (topic is None or topic in clause["topics"]) and (topics is None or set(topics) & set(clause["topics"]))
    ]


# How a field is answered that does not stand in its source by its name.
RESOLVERS = {
    ("Query", "_entities"): entities,
    ("Query", "_service"): service,
    ("{{prefix}}Partnership", "termsOfReference"): terms_of_reference,
    ("TermsOfReference", "clauses"): clauses,
}

GRAPH = graph_of(SDL + FEDERATION, RESOLVERS)
