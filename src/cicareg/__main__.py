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
    import gc
    import os

    gc.disable()  # a process ends soon, and what it makes has few circles: looking for them costs a third of the time
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # none is wanted, and to look for them takes time
    from cicareg.cli import run

    _leave(run(sys.argv[1:]))


def _leave(code: int) -> None:
    """End at once: to take apart all that was made, piece by piece, costs a tenth of the time."""
    from os import _exit

    for stream in (sys.stdout, sys.stderr):
        try:
            if stream is not None:
                stream.flush()
        except OSError:  # whoever wrote has said it already, or nobody reads any more
            pass
    _exit(code)


if __name__ == "__main__":
    main()
