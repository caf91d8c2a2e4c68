"""The yardstick for an act: with ruamel.yaml one more tenure in one record, then `git add` and `git commit`."""

import subprocess
import sys

from ruamel.yaml import YAML

root, path, state, term, decision = sys.argv[1:]
yaml = YAML()
with open(f"{root}/{path}", encoding="utf-8") as file:
    record = yaml.load(file)
record["tenures"].append({"state": state, "role": "coordinator", "term": term, "decision": decision})
with open(f"{root}/{path}", "w", encoding="utf-8") as file:
    yaml.dump(record, file)
subprocess.run(("git", "-C", root, "add", path), check=True)
subprocess.run(("git", "-C", root, "commit", "--quiet", "--message", f"{state} {term}"), check=True)
