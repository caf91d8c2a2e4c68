"""What an edit makes of a text, exactly: tables of text before, edit, text after."""

from typing import NamedTuple

import pytest

from cicareg.editing import Append, Edit, EditError, Put, Remove, edited
from cicareg.editing.second import agreed


class Case(NamedTuple):
    name: str
    before: str
    edit: Edit
    after: str


TENURE = {"state": "XCC", "role": "coordinator"}
LONG = "x" * 60

APPENDS = [
    Case(
        "item_of_flow_siblings",
        "tenures:\n  - {state: XAA, role: coordinator}\n",
        Append(
            ("tenures",), {**TENURE, "term": "2024-2025", "decision": "com-2023-06-01/1", "inferred": ["role", "term"]}
        ),
        "tenures:\n  - {state: XAA, role: coordinator}\n"
        "  - {state: XCC, role: coordinator, term: 2024-2025, decision: com-2023-06-01/1, inferred: [role, term]}\n",
    ),
    Case(
        "item_of_block_siblings",
        "tenures:\n- state: XAA\n  role: coordinator\nlast: 1\n",
        Append(("tenures",), TENURE),
        "tenures:\n- state: XAA\n  role: coordinator\n- state: XCC\n  role: coordinator\nlast: 1\n",
    ),
    Case(
        "item_too_long_for_a_line",
        "tenures:\n    -   {state: XAA}\n",
        Append(("tenures",), {"state": LONG, "role": LONG}),
        f"tenures:\n    -   {{state: XAA}}\n    -   state: {LONG}\n        role: {LONG}\n",
    ),
    Case(
        "Y49_four_columns_and_quotes_stay",
        "a: 'q'\nitems:\n    - \"x\" # one\n    - y\n\nb: [ 1 ]\n",
        Append(("items",), "z"),
        "a: 'q'\nitems:\n    - \"x\" # one\n    - y\n    - z\n\nb: [ 1 ]\n",
    ),
    Case(
        "items_apart_by_empty_lines",
        "items:\n  - {a: 1}\n\n  # two\n  - {a: 2}\n\nb: 1\n",
        Append(("items",), {"a": 3}),
        "items:\n  - {a: 1}\n\n  # two\n  - {a: 2}\n\n  - {a: 3}\n\nb: 1\n",
    ),
    Case(
        "comment_after_the_last_item_stays_after",
        "items:\n  - {a: 1}\n  # end of the items\nb: 1\n",
        Append(("items",), {"a": 2}),
        "items:\n  - {a: 1}\n  - {a: 2}\n  # end of the items\nb: 1\n",
    ),
    Case(
        "comment_within_the_last_item_stays_in_it",
        "items:\n  - a: 1\n    # b is not known\n  # end\n",
        Append(("items",), {"a": 2}),
        "items:\n  - a: 1\n    # b is not known\n  - a: 2\n  # end\n",
    ),
    Case(
        "after_a_literal_block",
        "items:\n  - text: |\n      one\n\n      # no comment\n\n# end\n",
        Append(("items",), {"text": "two\nthree"}),
        "items:\n  - text: |\n      one\n\n      # no comment\n  - text: |-\n      two\n      three\n\n# end\n",
    ),
    Case(
        "after_a_literal_block_that_keeps_its_end",
        "items:\n  - |+\n    one\n\nb: 1\n",
        Append(("items",), "two"),
        "items:\n  - |+\n    one\n\n  - two\nb: 1\n",
    ),
    Case(
        "after_a_literal_block_with_an_indicator",
        "items:\n  - |2-\n      one\n",
        Append(("items",), "two"),
        "items:\n  - |2-\n      one\n  - two\n",
    ),
    Case(
        "after_a_folded_text",
        "items:\n  - >\n    one\n    two\n",
        Append(("items",), 3),
        "items:\n  - >\n    one\n    two\n  - 3\n",
    ),
    Case(
        "after_an_unquoted_text_of_two_lines",
        "a:\n  - b\n    c # d\n",
        Append(("a",), "e"),
        "a:\n  - b\n    c # d\n  - e\n",
    ),
    Case(
        "inner_list_of_a_list",
        "a:\n  - - x\n    - y\n  - - z\n",
        Append(("a", 0), "w"),
        "a:\n  - - x\n    - y\n    - w\n  - - z\n",
    ),
    Case("list_within_a_list", "a:\n  - - x\n", Append(("a",), ["z"]), "a:\n  - - x\n  - - z\n"),
    Case("flow_list", "a: [ x, y ]  # two\n", Append(("a",), "z, w"), 'a: [ x, y, "z, w" ]  # two\n'),
    Case("flow_list_with_a_last_comma", "a: [x, y,]\n", Append(("a",), "z"), "a: [x, y, z,]\n"),
    Case(
        "list_in_a_flow_mapping",
        "a:\n  - {b: [], c: 1} # d\n",
        Append(("a", 0, "b"), "x"),
        "a:\n  - {b: [x], c: 1} # d\n",
    ),
    Case(
        "empty_list_gets_a_mapping",
        "tenures: []  # none\nb: 1\n",
        Append(("tenures",), {"a": 1}),
        "tenures:  # none\n  - {a: 1}\nb: 1\n",
    ),
    Case("empty_list_gets_a_word", "languages: []\n", Append(("languages",), "en"), "languages: [en]\n"),
    Case(
        "missing_list_in_its_place",
        "# head\ndepartures:\n- {rule: x}\nfoo: 1\n",
        Append(("tenures",), TENURE, ("departures", "tenures", "foo")),
        "# head\ndepartures:\n- {rule: x}\ntenures:\n- {state: XCC, role: coordinator}\nfoo: 1\n",
    ),
    Case(
        "missing_list_of_words",
        "a:\n  - {b: 1}\n",
        Append(("a", 0, "inferred"), "role"),
        "a:\n  - {b: 1, inferred: [role]}\n",
    ),
    Case(
        "before_the_end_of_the_document", "---\na:\n  - x\n...\n", Append(("a",), "z"), "---\na:\n  - x\n  - z\n...\n"
    ),
    Case(
        "item_behind_a_dash_with_a_comment",
        "a:\n  - # why\n    b: 1\n",
        Append(("a",), {"b": 2}),
        "a:\n  - # why\n    b: 1\n  - b: 2\n",
    ),
    Case(
        "wide_letters_before_it",
        "a: [中文, 😀]  # Ж\nb: {é: [日本]}\n",
        Append(("b", "é"), "한"),
        "a: [中文, 😀]  # Ж\nb: {é: [日本, 한]}\n",
    ),
    Case("quoted_key", '"no":\n  - x\n', Append(("no",), "z"), '"no":\n  - x\n  - z\n'),
    Case("value_on_the_next_line", "a:\n  [x]\nb: 1\n", Append(("a",), "z"), "a:\n  [x, z]\nb: 1\n"),
    Case("whole_file_on_one_line", "{a: [x]} # all\n", Append(("a",), "z"), "{a: [x, z]} # all\n"),
]

PUTS = [
    Case("value", "a: x  # y\nb: 1\n", Put(("a",), "No"), 'a: "No"  # y\nb: 1\n'),
    Case("quoted_value", "a: 'x # y' # z\n", Put(("a",), True), "a: true # z\n"),
    Case("value_on_the_next_line", "a: # why\n  x # y\nb: 1\n", Put(("a",), 7), "a: # why\n  7 # y\nb: 1\n"),
    Case(
        "text_of_several_lines", "a: x  # y\nb: 1\n", Put(("a",), "one\n\ntwo\n"), "a: |  # y\n  one\n\n  two\nb: 1\n"
    ),
    Case("text_that_no_block_can_hold", "a: x\n", Put(("a",), " one\ntwo"), 'a: " one\\ntwo"\n'),
    Case("text_for_a_literal_block", "a: |- # y\n  one\n  two\nb: 1\n", Put(("a",), "three"), "a: three # y\nb: 1\n"),
    Case(
        "block_for_a_literal_block",
        "a: |- # y\n  one\nb: 1\n",
        Put(("a",), "two\nthree"),
        "a: |- # y\n  two\n  three\nb: 1\n",
    ),
    Case("word_for_a_list", "a:  # y\n  # z\n  - one\n  - two\nb: 1\n", Put(("a",), "x"), "a: x  # y\n  # z\nb: 1\n"),
    Case("text_for_a_list_with_a_comment", "a:\n  # z\n  - one\n", Put(("a",), "x\ny"), 'a: "x\\ny"\n  # z\n'),
    Case("mapping_for_a_word", "a: x  # y\n", Put(("a",), {"en": "x", "ru": "Ж"}), "a: {en: x, ru: Ж}  # y\n"),
    Case("list_of_mappings_for_a_word", "a: x  # y\n", Put(("a",), [{"b": 1}]), "a:  # y\n  - {b: 1}\n"),
    Case(
        "mapping_for_a_list_below_its_key", "a:\n- x\n- y\n", Put(("a",), {"b": "1\n2\n"}), "a:\n  b: |\n    1\n    2\n"
    ),
    Case("item_by_index", "a:\n  - x  # one\n  - y\n", Put(("a", 0), "z"), "a:\n  - z  # one\n  - y\n"),
    Case("item_of_a_flow_list", "a: [x, 'y', z]\n", Put(("a", 1), 2), "a: [x, 2, z]\n"),
    Case(
        "mapping_for_a_flow_item",
        "a:\n  - {b: 1}  # one\n",
        Put(("a", 0), {"c": "x\ny\n"}),
        "a:\n  # one\n  - c: |\n      x\n      y\n",
    ),
    Case(
        "mapping_for_an_item_within_a_list",
        "a:\n  - - x  # one\n",
        Put(("a", 0, 0), {"c": "x\ny\n"}),
        "a:\n  - - # one\n      c: |\n        x\n        y\n",
    ),
    Case("new_key_at_the_end", "a: 1\n# end\n", Put(("b",), "x"), "a: 1\nb: x\n# end\n"),
    Case("new_key_after_the_one_before_it", "a: 1\nd: 2\n", Put(("c",), 3, ("a", "b", "c", "d")), "a: 1\nc: 3\nd: 2\n"),
    Case(
        "new_key_first_below_the_head_of_the_file", "# head\nb: 1\n", Put(("a",), 3, ("a", "b")), "# head\na: 3\nb: 1\n"
    ),
    Case(
        "new_key_first_above_the_comment_of_the_next",
        "# head\n\n# of b\nb: 1\n",
        Put(("a",), 3, ("a", "b")),
        "# head\n\na: 3\n# of b\nb: 1\n",
    ),
    Case(
        "new_key_first_behind_a_dash",
        "a:\n  - c: 1\n    d: 2\n",
        Put(("a", 0, "b"), "x\ny", ("b", "c")),
        "a:\n  - b: |-\n      x\n      y\n    c: 1\n    d: 2\n",
    ),
    Case("new_key_without_an_order", "b: 1\n", Put(("a",), {"en": "x"}), "b: 1\na: {en: x}\n"),
    Case("new_key_of_a_flow_item", "a:\n  - {b: 1}\n", Put(("a", 0, "c"), {"d": [1]}), "a:\n  - {b: 1, c: {d: [1]}}\n"),
    Case(
        "new_key_first_in_a_flow_item",
        "a:\n  - { b: 1 }\n",
        Put(("a", 0, "a"), 2, ("a", "b")),
        "a:\n  - { a: 2, b: 1 }\n",
    ),
    Case("new_key_of_an_empty_mapping", "a: {}\n", Put(("a", "b"), 2), "a: {b: 2}\n"),
    Case(
        "flow_item_that_grows_too_long_keeps_its_quotes_and_its_comment",
        f"a:\n  - {{b: 'x', \"c\": {LONG}}}  # one\n  - y\n",
        Put(("a", 0, "ended"), {"on": "2024-05-05", "reason": LONG}, ("b", "c", "ended")),
        f"a:\n  # one\n  - b: 'x'\n    \"c\": {LONG}\n    ended: {{on: 2024-05-05, reason: {LONG}}}\n  - y\n",
    ),
    Case(
        "flow_value_that_grows_too_long",
        f"a: {{b: {LONG}}}  # one\nc: 1\n",
        Put(("a", "d"), LONG),
        f"a:  # one\n  b: {LONG}\n  d: {LONG}\nc: 1\n",
    ),
    Case(
        "texts_of_many_lines_stay_short_in_a_flow_item",
        "a: {b: 1}\n",
        Put(("a", "c"), "x\ny"),
        'a: {b: 1, c: "x\\ny"}\n',
    ),
    Case("deep_mapping_goes_block", "a: 1\n", Put(("b",), {"c": {"d": {"e": 1}}}), "a: 1\nb:\n  c: {d: {e: 1}}\n"),
]

REMOVES = [
    Case("one_of_two_that_are_the_same", "a:\n  - []\n  - []\n", Remove(("a", 0)), "a:\n  - []\n"),
    Case(
        "Y48_first_item_and_the_comment_of_the_next_stays",
        "a:\n  - x  # one\n  # of y\n  - y\n",
        Remove(("a", 0)),
        "a:\n  # of y\n  - y\n",
    ),
    Case("comment_above_stays", "a:\n  # of x\n  - x\n  - y\n", Remove(("a", 0)), "a:\n  # of x\n  - y\n"),
    Case(
        "item_of_several_lines",
        "a:\n  - x: 1\n    # in x\n    y: |\n      z\n  # two\n  - v\n",
        Remove(("a", 0)),
        "a:\n  # two\n  - v\n",
    ),
    Case(
        "last_item_leaves_an_empty_list",
        "a:  # why\n  # none\n  - x\nb: 1\n",
        Remove(("a", 0)),
        "a: []  # why\n  # none\nb: 1\n",
    ),
    Case("last_key_of_an_item", "a:\n  - x: 1\n  - y\n", Remove(("a", 0, "x")), "a:\n  - {}\n  - y\n"),
    Case("key", "a: 1 # one\n\n# of b\nb:\n  - x\nc: 1\n", Remove(("b",)), "a: 1 # one\n\n# of b\nc: 1\n"),
    Case("first_key_behind_a_dash", "a:\n  - x: 1\n    y: 2\n", Remove(("a", 0, "x")), "a:\n  - y: 2\n"),
    Case(
        "first_key_behind_a_dash_before_a_comment",
        "a:\n  - x: 1\n    # of y\n    y: 2\n",
        Remove(("a", 0, "x")),
        "a:\n  -\n    # of y\n    y: 2\n",
    ),
    Case("first_of_a_list_within_a_list", "a:\n  - - x\n    - y\n", Remove(("a", 0, 0)), "a:\n  - - y\n"),
    Case("flow_first", "a: {b: 1, c: [2, 3]} # d\n", Remove(("a", "b")), "a: {c: [2, 3]} # d\n"),
    Case("flow_last", "a: {b: 1, c: [2, 3]} # d\n", Remove(("a", "c", 1)), "a: {b: 1, c: [2]} # d\n"),
    Case("flow_only", "a: {b: [ 2 ]}\n", Remove(("a", "b", 0)), "a: {b: []}\n"),
]


@pytest.mark.parametrize(
    "case", [*APPENDS, *PUTS, *REMOVES], ids=lambda case: f"{type(case.edit).__name__}_{case.name}"
)
def test_edit(case: Case) -> None:
    assert edited(case.before, [case.edit]) == case.after
    assert agreed(case.after)


def test_edits_are_made_one_after_the_other() -> None:
    text = "# head\ntenures:\n  - {state: XAA}\n"
    steps: list[Edit] = [
        Append(("acting",), {"state": "XBB"}, ("acting", "tenures")),
        Remove(("tenures", 0)),
        Remove(("tenures",)),
    ]
    assert edited(text, steps) == "# head\nacting:\n  - {state: XBB}\n"


def test_a_value_that_is_there_already_changes_nothing() -> None:
    text = "a: 'x'\nb: [ 1, true ]\n"
    assert edited(text, [Put(("a",), "x"), Put(("b",), [1, True])]) == text


def test_no_edit_changes_nothing() -> None:
    assert edited("a:   1 # x\n", []) == "a:   1 # x\n"


REFUSED = [
    (
        "Y47_list_over_several_lines",
        "a: [x, # one\n  y]\n",
        Append(("a",), "z"),
        "line 1: a {…} or […] runs over several lines: put it on one line or one field a line"
        " (mend this by hand first)",
    ),
    (
        "key_without_a_value",
        "tenures:\n",
        Append(("tenures",), "x"),
        "tenures is nothing, not a list: make it a list by hand",
    ),
    ("key_without_a_value_for_a_value", "a:\nb: 1\n", Put(("a",), "x"), "a has no value: write one by hand"),
    ("flow_key_without_a_value", "a: {b, c: 1}\n", Put(("a", "b"), "x"), "a / b has no value: write one by hand"),
    ("no_such_key", "a: 1\n", Remove(("b",)), "there is no b to edit: look at the file as it is now"),
    ("no_such_item", "a: [x]\n", Put(("a", 1), "y"), "there is no a / item 2 to edit: look at the file as it is now"),
    (
        "item_from_the_end",
        "a: [x]\n",
        Remove(("a", -1)),
        "there is no a / item 0 to edit: look at the file as it is now",
    ),
    ("no_such_mapping", "a: 1\n", Append(("b", "c"), "x"), "there is no b / c to edit: look at the file as it is now"),
    ("no_list", "a: b\n", Append(("a",), "x"), "a is b, not a list: make it a list by hand"),
    ("key_of_a_list", "a: [x]\n", Put(("a", "b"), "y"), "there is no a / b to edit: look at the file as it is now"),
    (
        "whole_file",
        "a: 1\n",
        Put((), {"a": 2}),
        "an edit names a key or an item: the whole file is written anew by hand",
    ),
    (
        "last_key_in_brackets",
        "{a: 1}\n",
        Remove(("a",)),
        "without its last key the file would be empty: remove the file instead",
    ),
    ("last_key", "a: 1\n", Remove(("a",)), "without its last key the file would be empty: remove the file instead"),
    (
        "key_behind_a_question_mark",
        "? a\n: b\n",
        Put(("c",), 1),
        "the top of the file has a key behind a question mark: write it as `key: value` by hand",
    ),
    (
        "key_below_a_question_mark",
        "?\n  a\n: b\n",
        Put(("a",), 1),
        "the top of the file has a key behind a question mark: write it as `key: value` by hand",
    ),
    (
        "mapping_without_brackets",
        "a: [b: c]\n",
        Put(("a", 0, "b"), 1),
        "a / item 1 is a mapping without brackets: put them in by hand",
    ),
    ("empty_file", "", Put(("a",), 1), "line 1: the file is empty (mend this by hand first)"),
    (
        "Y08_key_given_twice",
        "a: 1\na: 2\n",
        Put(("a",), 1),
        "line 2: key a given twice (first at line 1) (mend this by hand first)",
    ),
    (
        "Y20_ambiguous_number",
        "a: 010\n",
        Put(("b",), 1),
        'line 1: YAML programs read the number 010 differently: put it in quotes, "010" (mend this by hand first)',
    ),
    (
        "Y27_carriage_return",
        "a: 1\r\n",
        Put(("b",), 1),
        "line 1: a carriage return: save the file with LF line ends (mend this by hand first)",
    ),
    ("lone_surrogate_in_the_file", "a: \ud800\n", Put(("b",), 1), "the text holds a lone surrogate: no file does"),
    (
        "no_line_feed_at_the_end",
        "a: 1",
        Put(("b",), 1),
        "line 1: the last line does not end with a line feed (mend this by hand first)",
    ),
]


@pytest.mark.parametrize("name, text, edit, message", REFUSED, ids=[row[0] for row in REFUSED])
def test_refused(name: str, text: str, edit: Edit, message: str) -> None:
    with pytest.raises(EditError) as caught:
        edited(text, [edit])
    assert str(caught.value) == message
