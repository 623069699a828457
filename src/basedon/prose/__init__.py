"""What prose says of a film's origin: a sentence in, what it says out; linear time, never sees the catalogue."""
