"""Somebody else's article in, reviews of its claims out."""
