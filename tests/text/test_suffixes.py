"""The shipped public suffix list answers as the published one does."""

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from publicsuffixlist import PublicSuffixList

from presslint.text.suffixes import is_known_tld, registrable_domain, subdomains, unicode_host

ROOT = Path(__file__).parents[2]
ORACLE = PublicSuffixList()
LABELS = st.sampled_from(
    [
        "www",
        "stadt",
        "de",
        "com",
        "co",
        "uk",
        "jp",
        "kobe",
        "city",
        "kawasaki",
        "ck",
        "bayern",
        "github",
        "io",
        "köln",
        "compute",
        "amazonaws",
        "us-east-1",
        "no",
        "gs",
        "aa",
        "bd",
        "xn--abc-x",
        "zz-unknown",
        "s3",
    ]
)


@pytest.mark.parametrize(
    ("host", "domain"),
    [
        ("www.mkffi.nrw", "mkffi.nrw"),
        ("presse.stadt-ahrenfeld.de", "stadt-ahrenfeld.de"),
        ("WWW.Beeb.CO.UK.", "beeb.co.uk"),
        ("www.müller.köln", "müller.köln"),
        ("www.xn--mller-kva.xn--kln-sna", "müller.köln"),
        ("name.github.io", "name.github.io"),
        ("a.b.kobe.jp", "a.b.kobe.jp"),
        ("x.city.kobe.jp", "city.kobe.jp"),
        ("www.ck", "www.ck"),
        ("a.www.ck", "www.ck"),
        ("b.c.ck", "b.c.ck"),
        ("www.firma.ed", "firma.ed"),
        ("co.uk", ""),
        ("de", ""),
        ("localhost", ""),
        ("", ""),
        ("a..de", ""),
        ("192.168.0.1", ""),
        ("[::1]", ""),
    ],
)
def test_the_registrable_domain_is_found(host: str, domain: str) -> None:
    assert registrable_domain(host) == domain


@given(st.lists(LABELS, min_size=1, max_size=6))
@settings(deadline=None, max_examples=300)
def test_it_agrees_with_the_published_algorithm(labels: list[str]) -> None:
    host = ".".join(unicode_host(label) for label in labels)
    assert registrable_domain(host) == (ORACLE.privatesuffix(host) or "")


@pytest.mark.parametrize("label", ["nrw", "DE", "xn--p1ai", "рф"])
def test_top_level_domains_are_known(label: str) -> None:
    assert is_known_tld(label)


@pytest.mark.parametrize("label", ["ed", "deeingeben", "", "a b", "html", "stadt.de", " ", "de "])
def test_other_words_are_no_top_level_domains(label: str) -> None:
    assert not is_known_tld(label)


def test_labels_left_of_the_registrable_domain() -> None:
    assert subdomains("staging.presse.stadt-ahrenfeld.de") == ("staging", "presse")
    assert subdomains("test.de") == ()
    assert subdomains("localhost") == ()


def test_a_label_that_does_not_decode_stays() -> None:
    assert unicode_host("xn--\uffff.de") == "xn--\uffff.de"
    assert unicode_host("xn--ab-99999999999.de") == "xn--ab-99999999999.de"


def test_the_table_is_up_to_date() -> None:
    done = subprocess.run([sys.executable, str(ROOT / "tools" / "gen_suffixes.py"), "--check"], check=False)
    assert done.returncode == 0
