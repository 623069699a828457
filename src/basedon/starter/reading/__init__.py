"""The tool that reads public data sets into the fact files: `python -m basedon.starter read DATA`."""
