"""Who is who: whether two records mean one work or person. Unsure never joins."""
