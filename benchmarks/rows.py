"""The yardstick for a long list: a plain loop that formats its rows, given as JSON, in aligned columns."""

import json
import sys

with open(sys.argv[1], encoding="utf-8") as file:
    posts = json.load(file)["posts"]
rows = [
    (post["number"], post["name"], holder["role"], holder["name"], holder["term"] or "", holder["basis"])
    for post in posts
    for holder in post["holders"]
]
widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
sys.stdout.write("".join("  ".join(map(str.ljust, row, widths)).rstrip() + "\n" for row in rows))
