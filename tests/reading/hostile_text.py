"""Web pages and texts made to break whoever reads them, and what has to come of each."""

from __future__ import annotations

from collections.abc import Callable

from tests.reading.writing import OPENING, TITLE

_MB = 1024 * 1024


def _page(body: str, head: str = "") -> bytes:
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode()


_SCRIPT = "<script>document.write('<p>b</p>')</script>"
_FAR = "<base href='file:///etc/'><link rel=stylesheet href=passwd><meta http-equiv=refresh content='0;http://example.invalid'>"
_LAUGHING = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))

# What a file must give: its text (the first paragraph), or the reason for which it is refused.
PAGES: dict[str, tuple[Callable[[], bytes], str]] = {
    "100,000 nested blocks": (lambda: _page("<div>" * 100_000 + "a"), "nested too deeply"),
    "100,000 nested letters": (lambda: _page("<b><i>" * 50_000 + "a"), "nested too deeply"),
    "20,000 nested tables": (lambda: _page("<table><tr><td>" * 20_000 + "a"), "nested too deeply"),
    "50,000 attributes": (
        lambda: _page(f"<p {' '.join(f'a{n}=1' for n in range(50_000))}>a</p>"),
        "=a|reasonable time",
    ),
    "an attribute of 9 MB": (lambda: _page(f"<p class='{'a ' * (4 * _MB)}'>a</p>"), "=a|damaged"),
    "a comment without end": (lambda: _page("<p>a</p><!--" + "- " * _MB), "=a"),
    "100,000 comments": (lambda: _page("<!---->" * 100_000 + "a"), "=a"),
    "entities in entities": (
        f'<!DOCTYPE html [<!ENTITY e0 "ha">{_LAUGHING}]><html><body><p>a &e9;</p>'.encode,
        "declares entities",
    ),
    "400,000 entities": (lambda: _page("<p>a" + "&nosuch;&lt;&#0;&#x110000;" * 100_000 + "</p>"), "long as a book"),
    "30,000 links": (lambda: _page("<p>a</p>" + "<a href='file:///etc/passwd'>b</a> " * 30_000), "=a"),
    "300,000 empty paragraphs": (lambda: _page("<p>" * 300_000 + "a"), "=a|complicated"),
    "100,000 unclosed menus": (lambda: _page("a" + "<nav><ul><li>" * 33_000), "nested too deeply"),
    "a list from 2,000,000,000 on": (lambda: _page("<ol start=2000000000 type=i><li>a<li value=-5>b</ol>"), "=i. a"),
    "signs of its own making": (lambda: b"<html><body><p>a" + b"\x00" * 1000 + b"</p></body></html>", "no text"),
    "says UTF-8 and is not": (
        lambda: "<html><head><meta charset=utf-8></head><body><p>Communiqué “élan” naïve café".encode("cp1252"),
        "=Communiqué “élan” naïve café",
    ),
    "says UTF-7": (lambda: _page("<p>a +ADw-script+AD4-</p>", "<meta charset=utf-7>"), "=a .ADw-script"),
    "says it is packed": (lambda: _page("<p>a</p>", "<meta charset=zlib_codec>"), "=a"),
    "only a script": (lambda: _page(_SCRIPT), "no text"),
    "leads elsewhere": (
        lambda: _page("<p>a<iframe src='/etc/passwd'></iframe><img src='http://example.invalid'>", _FAR),
        "=a",
    ),
    "2 MB of angles": (lambda: b"<html><body>a" + b"<" * (2 * _MB), "long as a book"),
    "a page cut in a tag": (lambda: b"<html><body><p>a</p><p class='", "=a"),
}

_REPEATED = f"{TITLE}\n{OPENING}\nThe two sides agreed that the "
TEXTS: dict[str, tuple[Callable[[], bytes], str]] = {
    "one line of 100 MB": (lambda: b"a" * (100 * _MB), "larger than 20 MB"),
    "one line of 15 MB": (lambda: b"a " * (7 * _MB), "more text than a source"),
    "NUL": (lambda: b"a\x00\x00b" * 500, "no text"),
    "every byte": (lambda: bytes(range(256)) * 64, "no text"),
    "half a pair of UTF-16": (lambda: "a\nb".encode("utf-16") + b"\x00\xd8x\x00", "encoding"),
    "UTF-16 with a byte too many": (lambda: "a word".encode("utf-16") + b"a", "encoding"),
    "UTF-7": (lambda: b"a +ADw-script+AD4-", "=a .ADw-script"),
    "UTF-8 cut in a sign": (lambda: "Communiqué, naïve café".encode()[:-1], "=Communiqué, naïve caf$"),
    "overlong UTF-8": (lambda: b"a \xc0\xaf\xc0\xaf b", "="),
    "two encodings in one": (
        lambda: "naïve élan, café ".encode() * 20 + "naïve élan, café".encode("cp1252"),
        "=naïve élan, café",
    ),
    "directions turned round": ("\u202ea\u202c b\u2066".encode, r"=\[RLO\]a\[PDF\] b\[LRI\]"),
    "a million empty lines": (lambda: b"\n" * 1_000_000, "no text"),
    "50,000 marks on a letter": (("a" + "\u0301\u0323" * 25_000).encode, "=|reasonable time|longer than a page"),
    "10,000 brackets": ((_REPEATED + "(" * 10_000).encode, "=Joint"),
    "5,000 beginnings": ((_REPEATED + "agreed to " * 5_000).encode, "=Joint"),
    "2,000 lines that run on": ((_REPEATED + "agree to\n" + "agreed to the use of\n" * 2_000).encode, "=Joint"),
    "50,000 digits": ((_REPEATED + "9" * 50_000).encode, "longer than a page"),
    "50,000 capitals": ((_REPEATED + "A" * 50_000).encode, "longer than a page"),
}
