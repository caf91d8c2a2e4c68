"""The door: `python -m cicareg`, and the installed command."""

import sys

from cicareg import __version__


def main() -> None:
    """Run the command line; the version is answered before anything is imported."""
    if sys.argv[1:] == ["--version"]:
        sys.stdout.write(f"cicareg {__version__}\n")
        return
    from cicareg.cli import run

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
