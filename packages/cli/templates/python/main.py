"""The subgraph of {{id}} over HTTP: Python 3.9 or later, with the standard library alone.

    HUB_JWKS=<path or URL of the hub's public keys> PORT=4105 python3 main.py
"""

import json
import os
import signal
import sys
import traceback
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from gateway_token import TokenRefused, identity_of
from graphql import execute
from subgraph import GRAPH

MAX_BODY_BYTES = 1_048_576


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
            return self.answer(*execute(*GRAPH, operation_in(body), context, report))
        except TokenRefused:
            return self.refuse(401, "The token is not good here.", "UNAUTHENTICATED")
        except (ValueError, RecursionError):
            return self.refuse(400, "The body is not an operation as JSON.", "BAD_REQUEST")
        except Exception as failure:  # Whatever it is, the caller reads nothing of it.
            report(failure)
            return self.refuse(500, "The subgraph failed.", "INTERNAL_SERVER_ERROR")

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
    server = ThreadingHTTPServer((os.environ.get("HOST", "127.0.0.1"), int(os.environ.get("PORT", "4105"))), Handler)
    # In a container nothing ends a process that does not say how it ends.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    print(f"http://127.0.0.1:{server.server_port}/graphql", flush=True)
    server.serve_forever()
