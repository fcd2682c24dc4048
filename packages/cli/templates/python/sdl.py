"""The types of a schema, as graphql.py answers by them."""

import re

from graphql import Parser

SCALARS = {"Int", "Float", "String", "Boolean", "ID", "_Any"}


def graph_of(sdl, resolvers):
    """
    The types, what each interface and union may be, and the types that a variable may have.

    resolvers -- of each field that does not stand in its source by its name: (type, field) -> function
    """
    reader = Reader(sdl)
    reader.read()
    composite = {**reader.fields, **{name: {} for name in reader.possible if name not in reader.fields}}

    def answered(type_name, name, inner, needed):
        resolve = resolvers.get((type_name, name), lambda source, _arguments, _context: source.get(name))
        return (inner if inner in composite else None, resolve, *needed)

    types = {
        type_name: {name: answered(type_name, name, *field) for name, field in fields.items()}
        for type_name, fields in composite.items()
    }
    return types, reader.possible, SCALARS | reader.others


class Reader(Parser):
    """Reads a schema (GraphQL specification, section 3), as far as one is needed to answer by it."""

    def __init__(self, text):
        super().__init__(re.sub(r'""".*?"""', "", text, flags=re.DOTALL), set())
        self.fields, self.possible, self.others = {}, {}, set()

    def read(self):
        while self.peek():
            kind = self.described()
            if kind == "extend":
                self.take("schema")
                self.directives()
                continue
            name, interfaces = self.name(), []
            if self.took("implements"):
                interfaces = self.names("&")
            self.directives()
            if kind in ("type", "interface"):
                self.take("{")
                self.fields[name] = dict(self.until("}", self.field))
                for interface in interfaces:
                    self.possible.setdefault(interface, []).append(name)
            elif kind == "union":
                self.take("=")
                self.possible[name] = self.names("|")
            else:
                self.others.add(name)
                if self.took("{"):
                    self.until("}", lambda: (self.described(), self.directives()))

    def described(self):
        """A name, after what is said of it in one line."""
        self.at += self.peek().startswith('"')
        return self.name()

    def names(self, between):
        self.took(between)
        found = [self.name()]
        while self.took(between):
            found.append(self.name())
        return found

    def field(self):
        name = self.described()
        arguments = self.until(")", self.given) if self.took("(") else []
        self.take(":")
        inner, _is_required = self.type()
        self.directives()
        return name, (inner, [argument for argument, is_required in arguments if is_required])

    def given(self):
        name = self.described()
        self.take(":")
        _inner, is_required = self.type()
        if self.took("="):
            self.value()
            is_required = False
        self.directives()
        return name, is_required

    def type(self):
        """What it is of, without lists; and whether it is never null."""
        if self.took("["):
            inner, _is_required = self.type()
            self.take("]")
        else:
            inner = self.name()
        return inner, self.took("!")
