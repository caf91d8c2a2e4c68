"""Hostile bytes by the id of the case that they are from; each is one file of a register."""


def _laughs(levels: int, width: int) -> str:
    lines = ["a0: &a0 [lol]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * width)}]" for n in range(1, levels + 1)]
    return "\n".join(lines) + "\n"


def _graph(levels: int) -> str:
    lines = ["a0: &a0 {x: y}", *(f"a{n}: &a{n} {{x: *a{n - 1}, y: *a{n - 1}}}" for n in range(1, levels + 1))]
    return "\n".join(lines) + "\n"


def _tower(levels: int) -> str:
    lines = ["m0: &m0 {x: y}", *(f"m{n}: &m{n} {{<<: [*m{n - 1}, *m{n - 1}]}}" for n in range(1, levels + 1))]
    return "\n".join(lines) + "\n"


def _utf_8(*texts: str) -> tuple[bytes, ...]:
    return tuple(text.encode() for text in texts)


HOSTILE: dict[str, tuple[bytes, ...]] = {
    "Y01": _utf_8(_laughs(8, 9), _laughs(40, 40)),
    "Y02": _utf_8(_graph(25), _graph(5_000)),
    "Y03": _utf_8(_tower(17), _tower(5_000)),
    "Y07": _utf_8(*(f"a: {'{x: ' * n}{'}' * n}\n" for n in (16, 400, 100_000)), f"a: {'[' * 400}{']' * 400}\n"),
    "Y08": _utf_8("country: FR\nname: x\ncountry: DE\n", "a:\n" * 200_000),
    "Y09": _utf_8("x: {id: a, id: b}\n", "x: {" + "a: 1, " * 100_000 + "}\n"),
    "Y10": _utf_8("a: !!python/object/apply:os.system [touch /tmp/owned]\n"),
    "Y11": _utf_8(*(f"a: {t}\n" for t in ("!!python/name:os.system", "!officer {b: c}", "!!binary aGk=", "!!set {b}"))),
    "Y12": _utf_8("x:\n  <<: {status: y}\n", "b: &b {c: d}\nx:\n  <<: *b\n"),
    "Y15": _utf_8("a: *nope\n"),
    "Y18": _utf_8("%YAML 1.1\n---\non: yes\nyes: no\n", "".join(f"%TAG !{n}! x\n" for n in range(70_000))),
    "Y20": _utf_8(*(f"a: {number}\n" for number in ("010", "0o10", "0x1F", "1_000", "9" * 1_000_000))),
    "Y21": _utf_8("a: 12:30:45\n"),
    "Y26": (b"\xef\xbb\xbfa: b\n",),
    "Y27": (b"a: 1\r\n# c\r\nb: 2\r\n",),
    "Y29": (b"a: \x00\n", "a: \x9b31m\n".encode(), b"a: \x1b[31m\n", b"\x00" * 1_000_000),
    "Y31": (b"a: caf\xe9\n", b"a: \xc0\xaf\n", b"a" * 1_000_000 + b"\xff"),
    "Y32": ("a: b\n".encode("utf-16"), ("a: b\n" * 90_000).encode("utf-16")),
    "Y34": _utf_8('a: "\\ud800"\n'),
    "Y36": _utf_8("", "# only\n# comments\n", "~\n", "- a\n", "text\n", "#\n" * 500_000),
    "Y37": _utf_8("a: 1\n<<<<<<< HEAD\nb: 1\n=======\nb: 2\n>>>>>>> other\n"),
    "Y40": _utf_8(
        "".join(f"key{n}: 1\n" for n in range(200_000)),
        "".join(f"{n:x}:\n" for n in range(0xA0000, 0xA0000 + 120_000)),
        "a: [" + "b," * 500_000 + "]\n",
        "a: [" + "[]," * 300_000 + "]\n",
    ),
    "Y42": _utf_8('1: a\n"1": b\n', 'true: a\n"true": b\n'),
    "Y43": _utf_8(*(f"a: {number}\n" for number in (".nan", ".inf", "-.INF", "1e400", "1.5"))),
    "Y45": _utf_8("a: b\x85c\n", "a: b\u2028c\n", 'a: "b\\Nc"\n'),
    "Y46": _utf_8('a: "\\x85"\n', 'a: "\\u2028"\n'),
    "Y47": _utf_8("a: [x, # one\n  y]\n"),
    "U02": _utf_8("a: Co\u0302te\n", "a: x" + "\u0301\u0316" * 260_000 + "\n", 'a: "Co\\u0302te"\n'),
    "U04": _utf_8("a: \u202egnitrA\n", 'a: "\\u202egnitrA"\n'),
    "M06": _utf_8(f"zz: {'{b: ' * 15}c{'}' * 15}\n", "- " * 400 + "a\n"),
    "M07": _utf_8("dimension: nature\naliases: ['" + "a-" * 500_000 + "']\n", "dimension: " + "a" * 1_000_000 + "\n"),
}
