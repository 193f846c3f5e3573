import pytest

from presslint.cli.targets import Target, pair
from presslint.errors import ConfigError


@pytest.mark.parametrize(
    ("arguments", "targets"),
    [
        ("a.md", [("rich", None)]),
        ("a.md --format json", [("json", None)]),
        ("--format=json a.md", [("json", None)]),
        ("--output x.txt", [("rich", "x.txt")]),
        ("--output x.json", [("json", "x.json")]),
        (
            "--output a.JSONL --output b.sarif --output c.xml",
            [("jsonl", "a.JSONL"), ("sarif", "b.sarif"), ("junit", "c.xml")],
        ),
        ("--output -", [("rich", None)]),
        ("--output x --format json", [("json", "x")]),
        ("--format json --output -", [("json", None)]),
        ("--format github --format sarif --output s", [("github", None), ("sarif", "s")]),
        ("--format sarif --output s --format github", [("sarif", "s"), ("github", None)]),
        ("--format=sarif --output=s --format=json --output=j", [("sarif", "s"), ("json", "j")]),
        ("--format json -- --output x", [("json", None)]),
    ],
)
def test_an_output_belongs_to_the_format_before_it(arguments: str, targets: list[tuple[str, str | None]]) -> None:
    assert pair(arguments.split(), "rich") == tuple(Target(*target) for target in targets)


@pytest.mark.parametrize(
    "arguments",
    [
        "--format json --format sarif",
        "--format json --output - --format sarif",
        "--output x --format json --format sarif",
        "--format json --output x --output y",
        "--format json --output x --format sarif --output ./x",
        "--output x --output y",
        "--output x",
        "--output x.pdf",
    ],
)
def test_what_would_be_mixed_up_is_refused(arguments: str) -> None:
    with pytest.raises(ConfigError):
        pair(arguments.split(), "rich")
