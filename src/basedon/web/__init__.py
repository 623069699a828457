"""The web's door: pages that people send each other, and the same answers as an API."""
