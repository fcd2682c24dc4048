"""As much of GraphQL as the hub asks by, with the standard library alone: queries with variables, aliases, fragments, @skip and
@include. A service of many types uses a library instead, as `graphql-core` or `strawberry-graphql`, which also checks values.

The types are a dict by name; each is a dict of its fields by name: (type of what is answered, or None for a scalar; resolver;
the arguments that it needs, if any). A resolver takes (source, arguments, context), and raises Refused for what the caller shall
read.
"""

import json
import re
from typing import NamedTuple

TOKEN = re.compile(r'"(?:[^"\\\n]|\\.)*"|\.\.\.|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|[_A-Za-z]\w*|[!$&():=@\[\]{|}]')
IGNORED = re.compile(r"(?:[\s,\ufeff]|#[^\n\r]*)*")
NAME = re.compile(r"[_A-Za-z]\w*$")
MOST_TOKENS = 15_000


class Refused(Exception):
    """An error that is for the caller, with a code."""

    def __init__(self, message, code="BAD_USER_INPUT"):
        super().__init__(message)
        self.code = code


class Invalid(Refused):
    """The operation cannot be run at all."""

    def __init__(self, message):
        super().__init__(message, "GRAPHQL_VALIDATION_FAILED")


class Field(NamedTuple):
    alias: str
    name: str
    arguments: dict
    directives: list
    selections: list


class Fragment(NamedTuple):
    """Inline, on a type or on any (None); or by its name."""

    on: str
    spread: str
    directives: list
    selections: list


class Variable(NamedTuple):
    name: str


class Parser:
    """Reads a document (GraphQL specification, section 2) into its queries and fragments."""

    def __init__(self, text, inputs):
        self.inputs, self.tokens, self.at = inputs, [], 0
        place = IGNORED.match(text).end()
        while place < len(text):
            token = TOKEN.match(text, place)
            if not token or len(self.tokens) >= MOST_TOKENS:
                raise Invalid("The document cannot be read, or is too large.")
            self.tokens.append(token.group())
            place = IGNORED.match(text, token.end()).end()

    def peek(self):
        return self.tokens[self.at] if self.at < len(self.tokens) else ""

    def took(self, token):
        is_next = self.peek() == token
        self.at += is_next
        return is_next

    def take(self, token):
        if not self.took(token):
            raise Invalid(f"Expected {token}.")

    def name(self):
        name = self.peek()
        if not NAME.match(name):
            raise Invalid("Expected a name.")
        self.at += 1
        return name

    def until(self, end, read):
        """What stands until a bracket closes, at least one."""
        found = [read()]
        while not self.took(end):
            found.append(read())
        return found

    def document(self):
        queries, fragments = {}, {}
        while self.peek():
            if self.took("fragment"):
                name = self.name()
                self.take("on")
                fragments[name] = Fragment(self.name(), None, self.directives(), self.selections())
            else:
                name, defaults = None, {}
                if self.peek() != "{":
                    self.take("query")
                    name = self.name() if NAME.match(self.peek()) else None
                    defaults = dict(self.until(")", self.variable)) if self.took("(") else {}
                    self.directives()
                queries[name] = (defaults, self.selections())
        return queries, fragments

    def variable(self):
        self.take("$")
        name = self.name()
        self.take(":")
        while self.took("["):
            pass
        if self.name() not in self.inputs:
            raise Invalid(f"The type of ${name} is not known.")
        while self.took("]") or self.took("!"):
            pass
        return name, self.value() if self.took("=") else None

    def selections(self):
        self.take("{")
        return self.until("}", self.selection)

    def selection(self):
        if self.took("..."):
            if NAME.match(self.peek()) and self.peek() != "on":
                return Fragment(None, self.name(), self.directives(), [])
            on = self.name() if self.took("on") else None
            return Fragment(on, None, self.directives(), self.selections())
        alias = name = self.name()
        if self.took(":"):
            name = self.name()
        arguments, directives = self.arguments(), self.directives()
        return Field(alias, name, arguments, directives, self.selections() if self.peek() == "{" else [])

    def directives(self):
        found = []
        while self.took("@"):
            found.append((self.name(), self.arguments()))
        return found

    def arguments(self):
        return dict(self.until(")", self.argument)) if self.took("(") else {}

    def argument(self):
        name = self.name()
        self.take(":")
        return name, self.value()

    def value(self):
        if self.took("$"):
            return Variable(self.name())
        if self.took("["):
            return [] if self.took("]") else self.until("]", self.value)
        if self.took("{"):
            return {} if self.took("}") else dict(self.until("}", self.argument))
        token = self.peek()
        self.at += 1
        try:
            # Of the texts that stand for a value, all but the names of an enum are JSON too.
            return token if NAME.match(token) and token not in ("true", "false", "null") else json.loads(token)
        except ValueError:
            raise Invalid("Expected a value.") from None


def execute(types, possible, inputs, request, context, report):
    """
    Answers a request {query, variables, operationName} as GraphQL does (section 7).

    possible -- the object types of each interface and union, by its name
    inputs -- names of the types that a variable may have
    report -- takes an exception that is not for the caller
    """
    try:
        queries, fragments = Parser(request["query"], inputs).document()
        name = request.get("operationName")
        chosen = queries.get(name) if name is not None or len(queries) != 1 else next(iter(queries.values()))
        if chosen is None:
            raise Invalid("Say by operationName which query is meant.")
        defaults, selections = chosen
        run = Run(types, possible, fragments, {**defaults, **(request.get("variables") or {})}, context, report)
        run.validate(selections, "Query", ())
        data = run.fields(selections, "Query", {}, [])
    except RecursionError:
        return 400, {"errors": [error_of(Invalid("The document is too deep."))]}
    except Invalid as invalid:
        return 400, {"errors": [error_of(invalid)]}
    return 200, {"data": data, **({"errors": run.errors} if run.errors else {})}


class Run:
    """One query that is answered."""

    def __init__(self, types, possible, fragments, variables, context, report):
        self.types, self.possible, self.fragments, self.variables = types, possible, fragments, variables
        self.context, self.report, self.errors = context, report, []

    def validate(self, selections, type_name, inside):
        """Every field is one of its type, and has selections where it needs them; no fragment is inside itself."""
        for selection in selections:
            if isinstance(selection, Fragment):
                if selection.spread in inside:
                    raise Invalid("A fragment is inside itself.")
                fragment = self.fragment_of(selection)
                within = inside + ((selection.spread,) if selection.spread else ())
                self.validate(fragment.selections, fragment.on or type_name, within)
            elif selection.name != "__typename":
                of_type = self.types.get(type_name, {})
                if selection.name not in of_type:
                    raise Invalid(f"{type_name} has no field {selection.name}.")
                inner, _resolve, *needed = of_type[selection.name]
                if not selection.arguments.keys() >= set(needed):
                    raise Invalid(f"{selection.name} needs {', '.join(needed)}.")
                if bool(inner) != bool(selection.selections):
                    raise Invalid(f"Select fields of {selection.name} if it has any, and none if not.")
                if inner:
                    self.validate(selection.selections, inner, inside)

    def fragment_of(self, selection):
        if selection.spread is None:
            return selection
        if selection.spread not in self.fragments:
            raise Invalid(f"There is no fragment {selection.spread}.")
        return self.fragments[selection.spread]

    def fields(self, selections, type_name, source, path):
        answered = {}
        for selection in selections:
            if not self.is_included(selection):
                continue
            if isinstance(selection, Fragment):
                fragment = self.fragment_of(selection)
                if fragment.on in (None, type_name) or type_name in self.possible.get(fragment.on, []):
                    merge(answered, self.fields(fragment.selections, type_name, source, path))
            elif selection.name == "__typename":
                answered[selection.alias] = type_name
            else:
                merge(answered, {selection.alias: self.field(selection, type_name, source, [*path, selection.alias])})
        return answered

    def is_included(self, selection):
        conditions = {name: self.given(arguments)["if"] for name, arguments in selection.directives if "if" in arguments}
        return conditions.get("include", True) and not conditions.get("skip", False)

    def field(self, selection, type_name, source, path):
        inner, resolve, *_needed = self.types[type_name][selection.name]
        try:
            value = resolve(source, self.given(selection.arguments), self.context)
        except Invalid:
            raise
        except Refused as refused:
            self.errors.append({**error_of(refused), "path": path})
            return None
        except Exception as failure:  # Whatever it is, the caller reads nothing of it.
            self.report(failure)
            self.errors.append({**error_of(Refused("The subgraph failed.", "INTERNAL_SERVER_ERROR")), "path": path})
            return None
        return self.completed(value, inner, selection, path)

    def completed(self, value, inner, selection, path):
        if isinstance(value, list):
            return [self.completed(one, inner, selection, [*path, index]) for index, one in enumerate(value)]
        if value is None or inner is None:
            return value
        # What may be of several types says by __typename which it is of.
        return self.fields(selection.selections, value.get("__typename", inner), value, path)

    def given(self, value):
        """Arguments with the values of their variables."""
        if isinstance(value, Variable):
            return self.variables.get(value.name)
        if isinstance(value, list):
            return [self.given(one) for one in value]
        if isinstance(value, dict):
            return {name: self.given(one) for name, one in value.items()}
        return value


def error_of(refused):
    return {"message": str(refused), "extensions": {"code": refused.code}}


def merge(answered, more):
    """Fields that are selected twice are answered once, with what both selected (6.3.2)."""
    for name, value in more.items():
        before = answered.get(name)
        if isinstance(before, dict) and isinstance(value, dict):
            merge(before, value)
        elif isinstance(before, list) and isinstance(value, list):
            for one, other in zip(before, value):
                if isinstance(one, dict) and isinstance(other, dict):
                    merge(one, other)
        else:
            answered[name] = value
