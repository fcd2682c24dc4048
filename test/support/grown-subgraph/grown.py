"""What a partnership may add to what `hub init` writes: a list in pages with signed cursors, and a field that needs a scope."""

import hmac
import secrets
from datetime import date, timedelta

from graphql import Refused

MAX_PAGE = 100
# Of this process alone. Where several answer, or cursors shall outlive a restart, keep it in your database.
CURSOR_SECRET = secrets.token_bytes(32)


def grown(name, executive):
    """Resolvers of the partnership's fields."""
    # The latest first. Every id of the graph belongs to one thing, so it begins with the partnership and its kind.
    meetings = [
        {
            **{"id": f"{name}:meeting:{150 - n}", "heldOn": str(date(2026, 9, 1) - timedelta(weeks=n))},
            **{"body": executive, "sectorsRepresented": [], "quorum": "NOT_KNOWN", "isSynthetic": True},
        }
        for n in range(150)
    ]
    seat = {
        **{"id": f"{name}:seat:chair", "title": "Chair", "sector": "LOCAL_AUTHORITY", "capacity": "MEMBER"},
        **{"placesRule": "NOT_SPECIFIED", "isStatutoryPartner": False, "sources": []},
    }

    def vacancies(_source, _arguments, context):
        if "governance:read" not in context["scopes"]:
            raise Refused("This needs the scope governance:read.", "UNAUTHORIZED_FIELD_OR_TYPE")
        return [{"body": executive, "seat": seat, "filled": 2}]

    return {"meetings": lambda _source, arguments, _context: page_of(meetings, arguments), "vacancies": vacancies}


def cursor_of(place):
    return f"{place}." + hmac.new(CURSOR_SECRET, str(place).encode(), "sha256").hexdigest()[:32]


def place_of(cursor):
    """A cursor is signed, so that nobody can begin a page at a place that no page has shown."""
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
