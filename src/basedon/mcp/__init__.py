"""The agents' door: the answers as tools of the Model Context Protocol, typed by the same schema as the JSON."""
