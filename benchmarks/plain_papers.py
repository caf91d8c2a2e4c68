"""The yardstick for documents: each is parsed by PyYAML, put through a jinja2 template, and written to a file."""

import sys
from pathlib import Path

import jinja2
import yaml

TEMPLATE = """# {{ title }}

{% for line in lines %}{{ line }}
{% endfor %}"""


def main() -> None:
    folder, out = Path(sys.argv[1]) / "registry/documents", Path(sys.argv[2])
    template = jinja2.Environment(autoescape=True).from_string(TEMPLATE)
    out.mkdir(exist_ok=True)
    titles = []
    for path in sorted(folder.glob("*.yaml")):
        record = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
        if "body" in record:
            title, lines = record["title"]["en"], record["body"]["en"].splitlines()
            (out / f"{path.stem}.md").write_text(template.render(title=title, lines=lines), encoding="utf-8")
            titles.append(f"- [{title}]({path.stem}.md)")
    (out / "README.md").write_text("\n".join(titles) + "\n", encoding="utf-8")


main()
