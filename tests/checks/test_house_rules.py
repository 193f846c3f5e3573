"""The declarative rules that a house should be able to write, tried as rule files with their examples."""

from pathlib import Path

import pytest

from presslint.engine.examples import verify_rule
from presslint.packs.bind import problems
from presslint.packs.read import read_rule

HEAD = """\
severity: error
confidence: high
since: 0.1.0
why: {en: "It matters.", de: "Es ist wichtig."}
instead: {en: "Do better.", de: "Besser machen."}
"""
CONTACT = "Pressekontakt\\n\\nAnna Beispielsen\\nTelefon: 0231 4017110\\nFax: "

RULES = {
    "phone-equals-fax": f"""
check: compare.differ
params: {{left: "phone[kind=phone].e164", right: "phone[kind=fax].e164", within: group, unless: ["Tel./Fax"]}}
message: {{en: "{{text}} is {{other}} too.", de: "{{text}} ist auch {{other}}."}}
bad:
  - {{text: "{CONTACT}0231/4017110", finds: ["0231/4017110"]}}
good: ["{CONTACT}0231/4017111"]
""",
    "page-total-differs": """
check: compare.agree
params: {select: [page.total]}
message: {en: "{text} differs from {other}.", de: "{text} weicht von {other} ab."}
bad:
  - {text: "Seite 1 von 2\\n\\nDas Haus öffnet.\\n\\nSeite 2 von 3", finds: ["Seite 2 von 3"]}
good: ["Seite 1 von 2\\n\\nDas Haus öffnet.\\n\\nSeite 2 von 2"]
""",
    "http-link": """
check: structure.forbidden
params: {what: ["link[scheme=http][host!=intern.stadt-ahrenfeld.de]"]}
message: {en: "{text} is not encrypted.", de: "{text} ist nicht verschlüsselt."}
bad:
  - {text: "Mehr unter http://www.stadt-ahrenfeld.de im Netz.", finds: ["http://www.stadt-ahrenfeld.de"]}
good: ["Mehr unter https://www.stadt-ahrenfeld.de und http://intern.stadt-ahrenfeld.de im Netz."]
""",
    "embargo-without-time": """
check: structure.required
params: {when: [embargo], all_of: [embargo.date, embargo.time]}
message: {en: "{missing} is missing.", de: "{missing} fehlt."}
bad:
  - {text: "Sperrfrist: 3. März 2026\\n\\nDas Haus öffnet am Markt.", finds: ["Sperrfrist: 3. März 2026"]}
good: ["Sperrfrist: 3. März 2026, 10 Uhr\\n\\nDas Haus öffnet am Markt.", "Das Haus öffnet am Markt."]
""",
    "placeholder": """
check: wording.existence
params: {patterns: ['\\[[A-Z][^\\]\\n]{1,40}\\](?!\\()', '(?<!\\w)X{2,}(?!\\w)'],
         except_in: [quotation, link_text, code],
         allow: ['XX\\. [A-Z]\\w+', '\\[Anm\\. d\\. Red\\.\\]'], fields: ["*"]}
message: {en: "{text} is a placeholder.", de: "{text} ist ein Platzhalter."}
bad:
  - {text: "Die [Ministerin] eröffnet XX Häuser.", finds: ["[Ministerin]", "XX"]}
good: ["Die XX. Spiele sind in „[Die Stadt] XX“ zu Gast [Anm. d. Red.]."]
""",
    "number-of-another-year": """
check: compare.agree
params: {select: [field.number.year, release_date.year]}
message: {en: "{text} differs from {other}.", de: "{text} weicht von {other} ab."}
bad:
  - {text: "Das Haus öffnet.", fields: {number: "PM 11/2025", date: "2026-03-03"}, finds: ["2026-03-03"]}
good: [{text: "Das Haus öffnet.", fields: {number: "PM 11/2026", date: "2026-03-03"}}]
""",
    "headline-too-long": """
check: structure.length
params: {of: [zone.headline, field.title], unit: letters, max: 30}
message: {en: "The headline has {length} letters, {limit} are allowed: {text}.",
          de: "Die Überschrift hat {length} Zeichen, erlaubt sind {limit}: {text}."}
bad:
  - {text: "# Die Stadt Ahrenfeld öffnet ihre neue Bibliothek\\n\\nDas Haus öffnet.", format: markdown,
     finds: ["Die Stadt Ahrenfeld öffnet ihre neue Bibliothek"]}
good: [{text: "# Ahrenfeld öffnet Bibliothek\\n\\nDas Haus öffnet.", format: markdown}]
""",
    "better-wording": """
check: wording.substitution
params: {swap: {Email: E-Mail}}
message: {en: "Write {replacement}, not {text}.", de: "{replacement} statt {text} schreiben."}
fixes: [{safety: safe, title: {en: "Write {replacement}", de: "{replacement} schreiben"}}]
bad:
  - {text: "Eine Email genügt.", finds: ["Email"], fixed: ["Eine E-Mail genügt."]}
good: ["Eine E-Mail genügt."]
""",
}


@pytest.mark.parametrize("name", sorted(RULES))
def test_a_rule_of_a_house_needs_no_code(name: str, tmp_path: Path) -> None:
    path = tmp_path / f"HOU001-{name}.yaml"
    path.write_text(HEAD + RULES[name], encoding="utf-8")
    file = read_rule(str(path))
    assert list(problems(file)) == []
    assert verify_rule(file.rule, file.page) == []
