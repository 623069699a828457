"""Frozen values that pass between rooms; imports nothing of basedon but the errors."""
