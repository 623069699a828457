"""Labelled articles, and how to see in their files what a reader sees."""
