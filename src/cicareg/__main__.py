"""The door: `python -m cicareg`, and the installed command."""

import sys

from cicareg import __version__


def main() -> None:
    """Run the command line; the version is answered before anything is imported."""
    if sys.argv[1:] == ["--version"]:
        from os import write

        try:
            write(1, f"cicareg {__version__}\n".encode())
        except BrokenPipeError:
            return
        except OSError as error:
            sys.stderr.write(f"cicareg: the output cannot be written: {error.strerror}\n")
            sys.exit(3)
        return
    from cicareg.cli import run

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
