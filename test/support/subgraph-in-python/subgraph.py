"""The subgraph of a partnership called Newham in Python 3.9 or later, with the standard library alone.

A start for a system of your own. `hub conformance` checks what is written here; docs/guides/partnership-developer.md says why.

    HUB_JWKS=<path or URL of the hub's public keys> PORT=4106 python3 subgraph.py
"""

import base64
import hashlib
import hmac
import json
import os
import secrets
import sys
import time
import traceback
import urllib.request
from datetime import date, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import ed25519
from graphql import Invalid, Refused, execute

# Its id in the hub's directory, and the audience of the tokens that the gateway makes for it.
NAME = "newham"
MAX_BODY_BYTES = 1_048_576
MAX_PAGE = 100

# What it publishes. To compose with the others, the types of the contract must be whole: this is an excerpt of
# docs/reference/schema. No root field is among it.
SDL = """
extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@listSize", "@requiresScopes", "@shareable", "@tag"])

type NewhamPartnership implements LocalPartnership & HoldsMeetings & FillsSeats @key(fields: "id") {
  id: ID! @tag(name: "public")
  bodies: [Body!] @listSize(assumedSize: 8) @tag(name: "public")
  meetings(first: Int!, after: String): MeetingConnection @listSize(slicingArguments: ["first"], sizedFields: ["edges"]) @tag(name: "public")
  vacancies(on: Date): [Vacancy!] @listSize(assumedSize: 5) @requiresScopes(scopes: [["governance:read"]])
}
interface LocalPartnership { id: ID! @tag(name: "public") bodies: [Body!] @tag(name: "public") }
interface HoldsMeetings { id: ID! @tag(name: "public") meetings(first: Int!, after: String): MeetingConnection @tag(name: "public") }
interface FillsSeats { id: ID! @tag(name: "public") vacancies(on: Date): [Vacancy!] @requiresScopes(scopes: [["governance:read"]]) }
type Body @shareable @tag(name: "public") { id: ID! name: String! }
type Meeting @shareable @tag(name: "public") { id: ID! heldOn: Date! isSynthetic: Boolean! }
type MeetingConnection @shareable @tag(name: "public") { edges: [MeetingEdge!]! pageInfo: PageInfo! }
type MeetingEdge @shareable @tag(name: "public") { cursor: String! node: Meeting! }
type PageInfo @shareable @tag(name: "public") { hasNextPage: Boolean! hasPreviousPage: Boolean! startCursor: String endCursor: String }
type Vacancy @shareable @requiresScopes(scopes: [["governance:read"]]) { body: Body! filled: Int! }
scalar Date
"""

# --- What it knows. Yours comes from your database.

EXECUTIVE = {"id": f"{NAME}:body:executive", "name": "Newham Safeguarding Executive"}
# The latest first. Every id of the graph belongs to one thing, so it begins with the partnership and its kind.
MEETINGS = [
    {"id": f"{NAME}:meeting:{150 - n}", "heldOn": str(date(2026, 9, 1) - timedelta(weeks=n)), "isSynthetic": True}
    for n in range(150)
]
PARTNERSHIP = {"__typename": "NewhamPartnership", "id": NAME}


def entities(_source, arguments, _context):
    """One answer for each reference, in their order: the thing itself, or None for what is not known here."""
    references = arguments["representations"]
    if not isinstance(references, list) or not all(isinstance(reference, dict) for reference in references):
        raise Invalid("representations must be a list of objects.")
    is_known = [one.get("__typename") == "NewhamPartnership" and one.get("id") == NAME for one in references]
    return [PARTNERSHIP if known else None for known in is_known]


def service(_source, _arguments, context):
    if not context["isHub"]:
        raise Refused("The schema is for the hub alone.", "UNAUTHORIZED_FIELD_OR_TYPE")
    return {"sdl": SDL}


def vacancies(_source, _arguments, context):
    if "governance:read" not in context["scopes"]:
        raise Refused("This needs the scope governance:read.", "UNAUTHORIZED_FIELD_OR_TYPE")
    return [{"body": EXECUTIVE, "filled": 2}]


# --- Pages. A cursor is signed, so that nobody can begin a page at a place that no page has shown.

# Of this process alone. Where several answer, or cursors shall outlive a restart, keep it in your database.
CURSOR_SECRET = secrets.token_bytes(32)


def cursor_of(place):
    return f"{place}." + hmac.new(CURSOR_SECRET, str(place).encode(), "sha256").hexdigest()[:32]


def place_of(cursor):
    place = cursor.split(".")[0] if isinstance(cursor, str) else ""
    if not place.isdecimal() or not hmac.compare_digest(cursor_of(place).encode(), cursor.encode()):
        raise Refused("after must be an endCursor of this list.")
    return int(place)


def page_of(items, arguments):
    first, after = arguments.get("first"), arguments.get("after")
    if not isinstance(first, int) or not 1 <= first <= MAX_PAGE:
        raise Refused(f"first must be from 1 to {MAX_PAGE}.")
    start = 0 if after is None else place_of(after)
    edges = [{"node": node, "cursor": cursor_of(start + n + 1)} for n, node in enumerate(items[start : start + first])]
    page_info = {
        "hasNextPage": start + first < len(items),
        "hasPreviousPage": start > 0,
        "startCursor": edges[0]["cursor"] if edges else None,
        "endCursor": edges[-1]["cursor"] if edges else None,
    }
    return {"edges": edges, "pageInfo": page_info}


# --- The types: of each field what it leads to, and how it is answered.


def plain(*names):
    """Scalars that stand in the source as they are."""
    return {name: (None, lambda source, _arguments, _context, name=name: source[name]) for name in names}


def within(name, type_name):
    """A thing that stands in the source."""
    return {name: (type_name, lambda source, _arguments, _context: source[name])}


TYPES = {
    "Query": {"_entities": ("_Entity", entities, "representations"), "_service": ("_Service", service)},
    "_Service": plain("sdl"),
    "_Entity": {},
    "NewhamPartnership": {
        **plain("id"),
        "bodies": ("Body", lambda *_: [EXECUTIVE]),
        "meetings": ("MeetingConnection", lambda _source, arguments, _context: page_of(MEETINGS, arguments), "first"),
        "vacancies": ("Vacancy", vacancies),
    },
    "Body": plain("id", "name"),
    "Meeting": plain("id", "heldOn", "isSynthetic"),
    "MeetingConnection": {**within("edges", "MeetingEdge"), **within("pageInfo", "PageInfo")},
    "MeetingEdge": {**plain("cursor"), **within("node", "Meeting")},
    "PageInfo": plain("hasNextPage", "hasPreviousPage", "startCursor", "endCursor"),
    "Vacancy": {**within("body", "Body"), **plain("filled")},
}
# An interface can be asked for as the type that implements it.
INTERFACES = {"LocalPartnership": ["id", "bodies"], "HoldsMeetings": ["id", "meetings"], "FillsSeats": ["id", "vacancies"]}
for interface, fields in INTERFACES.items():
    TYPES[interface] = {name: TYPES["NewhamPartnership"][name] for name in fields}
POSSIBLE = {name: ["NewhamPartnership"] for name in ["_Entity", *INTERFACES]}
INPUTS = {"_Any", "Int", "Float", "String", "Boolean", "ID", "Date"}


# --- Who asks. Without a token it is nobody, who sees what is public; a token that is not good is answered with 401.


class TokenRefused(Exception):
    pass


def identity_of(authorization, body):
    if authorization is None:
        return {"isHub": False, "scopes": set()}
    parts = authorization.removeprefix("Bearer ").split(".")
    if len(parts) != 3:
        raise TokenRefused
    header, claims = json_in(parts[0]), json_in(parts[1])
    if set(header) != {"alg", "typ", "kid"} or header["alg"] != "EdDSA" or header["typ"] != "hub-gateway+jwt":
        raise TokenRefused
    key = key_named(header["kid"])
    if key is None or not ed25519.verifies(key, f"{parts[0]}.{parts[1]}".encode(), decoded(parts[2])):
        raise TokenRefused
    issued, expires = claims.get("iat"), claims.get("exp")
    if claims.get("iss") != "london-scp-hub" or claims.get("aud") != NAME:
        raise TokenRefused
    if not isinstance(issued, int) or not isinstance(expires, int) or expires <= time.time() or expires - issued > 60:
        raise TokenRefused
    # The token is for these bytes and no others.
    if claims.get("op") != base64.urlsafe_b64encode(hashlib.sha256(body).digest()).rstrip(b"=").decode():
        raise TokenRefused
    return {"isHub": claims.get("hub") is True, "scopes": set(str(claims.get("scope", "")).split())}


def decoded(part):
    try:
        return base64.b64decode(part + "=" * (-len(part) % 4), altchars=b"-_", validate=True)
    except ValueError:
        raise TokenRefused from None


def json_in(part):
    try:
        value = json.loads(decoded(part))
    except ValueError:
        raise TokenRefused from None
    if not isinstance(value, dict):
        raise TokenRefused
    return value


def key_named(kid):
    # Read anew each time, so that a key that is no longer published is worth nothing. Keep them for a few minutes if you like.
    place = os.environ["HUB_JWKS"]
    with urllib.request.urlopen(place) if place.startswith("http") else open(place, "rb") as source:
        keys = json.load(source)["keys"]
    return next((decoded(key["x"]) for key in keys if key.get("kid") == kid and key.get("crv") == "Ed25519"), None)


# --- GraphQL over HTTP.


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    # In seconds: nobody holds a thread without sending anything.
    timeout = 30

    def do_GET(self):
        # Ask your database at /health/ready: the hub sends nobody to a subgraph that is not ready.
        answers = {"/health/live": {"status": "live"}, "/health/ready": {"status": "ready"}}
        if self.path in answers:
            return self.answer(200, answers[self.path])
        return self.refuse(404, "There is nothing here. Send operations to POST /graphql.", "NOT_FOUND")

    def do_POST(self):
        length = self.headers.get("content-length", "")
        if not length.isdecimal():
            return self.refuse(400, "The body has no length.", "BAD_REQUEST", close=True)
        if int(length) > MAX_BODY_BYTES:
            return self.refuse(413, "The body is too large.", "PAYLOAD_TOO_LARGE", close=True)
        body = self.rfile.read(int(length))
        if self.path != "/graphql":
            return self.refuse(404, "There is nothing here. Send operations to POST /graphql.", "NOT_FOUND")
        try:
            context = identity_of(self.headers.get("authorization"), body)
            return self.answer(*execute(TYPES, POSSIBLE, INPUTS, operation_in(body), context, report))
        except TokenRefused:
            return self.refuse(401, "The token is not good here.", "UNAUTHENTICATED")
        except (ValueError, RecursionError):
            return self.refuse(400, "The body is not an operation as JSON.", "BAD_REQUEST")
        except Exception as failure:  # Whatever it is, the caller reads nothing of it.
            report(failure)
            return self.refuse(500, "Newham failed.", "INTERNAL_SERVER_ERROR")

    def refuse(self, status, message, code, close=False):
        # What is not read of a body that is too large is not read: the connection ends.
        self.close_connection = self.close_connection or close
        self.answer(status, {"errors": [{"message": message, "extensions": {"code": code}}]})

    def answer(self, status, body):
        text = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(text)))
        self.send_header("cache-control", "no-store")
        self.end_headers()
        self.wfile.write(text)

    def log_message(self, *_):
        """Requests are not logged: what they ask for may be anybody's."""


def operation_in(body):
    operation = json.loads(body)
    if not isinstance(operation, dict) or not isinstance(operation.get("query"), str):
        raise ValueError("no query")
    if not isinstance(operation.get("variables") or {}, dict) or not isinstance(operation.get("operationName") or "", str):
        raise ValueError("no variables")
    return operation


def report(failure):
    traceback.print_exception(type(failure), failure, failure.__traceback__, file=sys.stderr)


if __name__ == "__main__":
    if not os.environ.get("HUB_JWKS"):
        sys.exit("HUB_JWKS is not set: give the path or the URL of the hub's public keys.")
    server = ThreadingHTTPServer(("127.0.0.1", int(os.environ.get("PORT", "4106"))), Handler)
    print(f"http://127.0.0.1:{server.server_port}/graphql", flush=True)
    server.serve_forever()
