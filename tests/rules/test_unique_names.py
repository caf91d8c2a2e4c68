"""Names and numbers that mean one thing."""

from tests.support import found, report, sample

RULE = "unique-names"
ALDERIA = "XAA: {name: {en: Alderia, fr: Aldérie}, formal: {en: Republic of Alderia}, aliases: [Aldermark]}\n"


def test_sample_is_unmistakable() -> None:
    assert found(RULE) == []


def test_a_state_may_repeat_its_own_name() -> None:
    states = "XAA: {name: {en: Alderia, fr: Alderia}, formal: Alderia, aliases: [alderia, XAA]}\n"
    assert found(RULE, {"states.yaml": states}) == []


def test_another_states_name_formal_name_alias_or_code() -> None:
    states = (
        ALDERIA + "XBB: {name: {en: Borland, fr: Aldérie}, aliases: [xaa, Boria, ALDERMARK]}\n"
        "XCC: {name: Boria, formal: Republic  of Alderia}\n"
    )
    assert found(RULE, {"states.yaml": states}) == [
        "states.yaml:2:31 error: Aldérie is already a name of XAA",
        "states.yaml:2:51 error: xaa is already a name of XAA",
        "states.yaml:2:63 error: ALDERMARK is already a name of XAA",
        "states.yaml:3:13 error: Boria is already a name of XBB",
        "states.yaml:3:28 error: Republic  of Alderia is already a name of XAA",
    ]


def test_a_code_that_is_a_name_already() -> None:
    states = "XAA: {name: Alderia, aliases: [Xbb]}\nXBB: {name: Borland}\n"
    assert found(RULE, {"states.yaml": states}) == [
        "states.yaml:2:1 error: XBB is already a name of XAA",
    ]


def test_related_is_the_first_to_have_it() -> None:
    states = ALDERIA + "XBB: {name: Aldermark, aliases: [Xaa]}\n"
    areas = {"areas/school.yaml": "dimension: people\n"}
    findings = report({"states.yaml": states, **areas}).findings
    related = [r for f in findings if f.rule == RULE for r in f.related]
    assert [(str(r.place), r.message) for r in related] == [
        ("registry/areas/people.yaml:1:1", "the first to have it"),
        ("registry/states.yaml:1:86", "the first to have it"),
        ("registry/states.yaml:1:1", "the first to have it"),
    ]


def test_another_posts_name_short_name_alias_or_id() -> None:
    area = (
        "dimension: people\nnumber: 1\nname: {en: Safety on Ice, fr: Glaçons}\n"
        "short: {en: fish, fr: Glace}\naliases: [frozen water]\n"
    )
    assert found(RULE, {"areas/people.yaml": area}) == [
        "areas/people.yaml:3:12 error: Safety on Ice is already a name of ice",
        "areas/people.yaml:4:13 error: fish is already a name of fish",
        "areas/people.yaml:4:23 error: Glace is already a name of ice",
        "areas/people.yaml:5:11 error: frozen water is already a name of ice",
    ]


def test_an_id_that_is_a_name_already() -> None:
    area = "dimension: people\nnumber: 1\nname: People\naliases: [snow]\n"
    snow = "dimension: people\nnumber: 2\nname: White stuff\n"
    assert found(RULE, {"areas/people.yaml": area, "areas/snow.yaml": snow}) == [
        "areas/snow.yaml:1:1 error: snow is already a name of people",
    ]


def test_a_state_and_a_post_may_share_a_name() -> None:
    assert found(RULE, {"states.yaml": ALDERIA.replace("Aldermark", "Ice")}) == []


def test_a_number_twice_in_a_dimension() -> None:
    snow = "dimension: nature\nnumber: 2\nname: Snow\n"
    assert found(RULE, {"areas/snow.yaml": snow}) == [
        "areas/snow.yaml:2:9 error: number 2 of nature is already fish",
    ]
    assert found(RULE, {"areas/snow.yaml": snow.replace("nature", "people")}) == []


def test_a_dimension_twice_a_post() -> None:
    assert found(RULE, {"areas/school.yaml": "dimension: people\n"}) == [
        "areas/school.yaml:1:12 error: the dimension people as a whole is already people",
    ]


def test_dimensions_have_ids_and_numbers_of_their_own() -> None:
    text = sample()["registry/registry.yaml"].decode()
    more = "  - {id: nature, number: 3, name: Wild}\n  - {id: sky, number: 2, name: Sky}\nrules:"
    assert found(RULE, {"registry.yaml": text.replace("rules:", more)}) == [
        "registry.yaml:18:10 error: id nature is already that of nature",
        "registry.yaml:19:23 error: number 2 is already that of people",
    ]


def test_of_states_the_first_in_the_file_has_the_name_whatever_its_code() -> None:
    states = "XZZ: {name: {en: Borland, fr: Zorlande}}\n" + sample()["registry/states.yaml"].decode()
    assert [text.partition(" error: ")[2] for text in found(RULE, {"states.yaml": states})] == [
        "Borland is already a name of XZZ"
    ]
