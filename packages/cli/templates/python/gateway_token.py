"""Who asks. Without a token it is nobody, who sees what is public; a token that is not good is answered with 401."""

import base64
import hashlib
import json
import os
import time
import urllib.request

import ed25519

# Its id in the hub's directory, and the audience of the tokens that the gateway makes for it.
NAME = "{{id}}"


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
    # The token is for these bytes and no others: who has seen it can ask the same again for a minute, and nothing else.
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
