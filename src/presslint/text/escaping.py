"""How text must be written inside JSON, XML and HTML so that it is read as that text."""

import json


def escaped(text: str, escaping: str) -> str:
    """Return ``text`` as it stands in a format: ``json`` (inside a string), ``xml`` (also HTML), else as it is."""
    if escaping == "json":
        return json.dumps(text, ensure_ascii=False)[1:-1]
    if escaping == "xml":
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text
