"""The one file of statements joined into works; the only room with SQL in it."""
