"""The promise of the editor, at length: `python -m tests.reliability.edits --examples 10000`."""

import argparse
import sys
import time
from collections import Counter

from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st

from tests.editing.promises import harmless, only_its_piece, refused_or_right, said
from tests.editing.records import edits, records, slips
from tests.yaml_text.documents import documents

_CALM = [HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large]


def tidy(examples: int, start: int) -> Counter[str]:
    """Edit records as people write them: every edit must be made."""
    done: Counter[str] = Counter()

    @seed(start)
    @settings(max_examples=examples, deadline=None, database=None, suppress_health_check=_CALM)
    @given(st.data())
    def run(data: st.DataObject) -> None:
        record = data.draw(records())
        only_its_piece(record, data.draw(edits(record.data)))
        done["right"] += 1

    run()
    return done


def odd(examples: int, start: int) -> Counter[str]:
    """Edit documents of any style: an edit is made, or refused with a reason that is no bug."""
    done: Counter[str] = Counter()

    @seed(start)
    @settings(max_examples=examples, deadline=None, database=None, suppress_health_check=_CALM)
    @given(st.data())
    def run(data: st.DataObject) -> None:
        document = data.draw(documents())
        edit = data.draw(edits(document.data))
        done[refused_or_right(document.text, edit)] += 1

    run()
    return done


def damaged(examples: int, start: int) -> Counter[str]:
    """Edit records after a slip of the hand: some signs or lines are gone, put in, or moved in or out."""
    done: Counter[str] = Counter()

    @seed(start)
    @settings(max_examples=examples, deadline=None, database=None, suppress_health_check=_CALM)
    @given(st.data())
    def run(data: st.DataObject) -> None:
        record = data.draw(records())
        text = data.draw(slips(record.text))
        done[refused_or_right(text, data.draw(edits(said(text) or record.data)))] += 1

    run()
    return done


def spoilt(examples: int, start: int) -> Counter[str]:
    """Edit real records that were spoilt."""
    return Counter(harmless(start * 1_000_000 + number) for number in range(examples))


def main() -> None:
    """Run all, and print what came of them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--examples", type=int, default=300)
    parser.add_argument("--seed", type=int, default=0)
    words = parser.parse_args()
    for promise in (tidy, odd, damaged, spoilt):
        began = time.perf_counter()
        done = promise(words.examples, words.seed)
        took = time.perf_counter() - began
        sys.stdout.write(f"{promise.__name__}: {sum(done.values())} examples in {took:.0f} s: {dict(done)}\n")


if __name__ == "__main__":
    main()
