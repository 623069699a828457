"""The only room that opens connections: addresses checked, sizes and times bounded, no half file left behind."""
