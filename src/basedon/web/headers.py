"""The headers of every response: what a browser may do with it, who may read it, how long it may be kept."""

from __future__ import annotations

POLICY = (
    b"default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    b"form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
"""Nothing from elsewhere and nothing inline: what a title or a post may hold never becomes a script or a style."""

SAFE: list[tuple[bytes, bytes]] = [
    (b"content-security-policy", POLICY),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"strict-origin-when-cross-origin"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"x-frame-options", b"DENY"),
    (b"permissions-policy", b"camera=(), geolocation=(), microphone=()"),
]
API: list[tuple[bytes, bytes]] = [
    (b"content-security-policy", b"default-src 'none'; frame-ancestors 'none'"),
    (b"x-content-type-options", b"nosniff"),
    (b"access-control-allow-origin", b"*"),
    (b"access-control-expose-headers", b"etag, retry-after"),
]
PREFLIGHT: dict[str, str] = {
    "access-control-allow-methods": "GET, HEAD, POST, OPTIONS",
    "access-control-allow-headers": "content-type, if-none-match",
    "access-control-max-age": "86400",
}
FOREVER = (b"cache-control", b"public, max-age=31536000, immutable")
AGAIN = (b"cache-control", b"public, no-cache")
"""Kept, but asked for again: with the catalogue's tag that costs nothing."""
NEVER = (b"cache-control", b"no-store")

_OWN = {b"content-length", b"cache-control", b"etag", b"vary"}


def complete(
    made: list[tuple[bytes, bytes]], path: str, status: int, tag: bytes, *, keep: bool
) -> list[tuple[bytes, bytes]]:
    """A response's own headers with those that every one has (its length is told elsewhere); `keep` is for what the
    catalogue alone decides.
    """
    kept = [pair for pair in made if pair[0] not in _OWN]
    kept += API if path.startswith("/api/v1") else SAFE
    kept.append((b"vary", b"accept-encoding"))
    if status == 200 and path.startswith("/assets/"):
        kept.append(FOREVER)
    elif keep and status in (200, 302):
        kept += [AGAIN, (b"etag", tag)] if status == 200 else [AGAIN]
    else:
        kept.append(NEVER)
    return kept
