"""Constraints: which type a limit on an act has, and from which word to which it reaches."""

import pytest

from directives.examination import examine
from directives.forms.draft import Draft
from directives.reading import read_text
from factory import HEADER, limits, read_sentence


@pytest.mark.parametrize(
    ("ending", "kind"),
    [
        ("as soon as the decree is signed", "time"),
        ("by 25 November", "time"),
        ("within two days", "time"),
        ("whenever a ship is cleared", "time"),
        ("before Friday", "time"),
        ("at once", "time"),
        ("if asked", "condition"),
        ("unless you see objection", "condition"),
        ("at your discretion", "condition"),
        ("on the lines of paragraph 3", "manner"),
        ("as a matter of urgency", "manner"),
        ("in confidence", "manner"),
        ("orally", "manner"),
        ("in order to gain his support", "purpose"),
        ("so that the island can be reached", "purpose"),
        ("with a view to a settlement", "purpose"),
        ("for the information of the Board", "purpose"),
        ("without disclosing the source", "limit"),
        ("in view of the strike", "reason"),
        ("since the ferry is laid up", "reason"),
        ("because of the strike", "reason"),
    ],
)
def test_a_limit_after_the_act_is_typed_and_left_out_of_it(ending: str, kind: str) -> None:
    (directive,) = read_sentence(f"Please consult Farrow {ending}.")
    assert str(directive.action) == "consult Farrow"
    assert limits(directive) == [(kind, ending)]


@pytest.mark.parametrize(
    ("opening", "kind"),
    [
        ("If the strike ends", "condition"),
        ("Should he refuse", "condition"),
        ("In the event of a strike", "condition"),
        ("In view of the strike", "reason"),
        ("Having regard to the cost", "reason"),
        ("Until further notice", "time"),
        ("In order to save time", "purpose"),
    ],
)
def test_a_limit_in_front_of_the_cue_belongs_to_the_act(opening: str, kind: str) -> None:
    (directive,) = read_sentence(f"{opening}, please consult Farrow.")
    assert str(directive.action) == "consult Farrow"
    assert limits(directive) == [(kind, opening)]


def test_a_limit_in_front_governs_every_conjunct() -> None:
    first, second = read_sentence("If the strike ends, please inform Farrow and send him the list.")
    assert limits(first) == limits(second) == [("condition", "If the strike ends")]


@pytest.mark.parametrize(
    "sentence",
    [
        "If the strike ends, I ask that you inform Farrow and that you send him the list.",
        "If the strike ends, you should inform Farrow and therefore you should send him the list.",
    ],
)
def test_a_limit_in_front_governs_each_clause_that_and_joins(sentence: str) -> None:
    first, second = read_sentence(sentence)
    assert limits(first) == limits(second) == [("condition", "If the strike ends")]


def test_a_limit_inside_the_act_stays_in_its_words() -> None:
    (directive,) = read_sentence("Please explain in your own words that the sale is off.")
    assert str(directive.action) == "explain in your own words that the sale is off"
    assert limits(directive) == [("manner", "in your own words")]


def test_several_limits_are_told_in_the_order_of_the_words() -> None:
    (directive,) = read_sentence("In view of the strike, please consult Farrow orally before Friday.")
    assert limits(directive) == [("reason", "In view of the strike"), ("manner", "orally"), ("time", "before Friday")]


@pytest.mark.parametrize(
    "text",
    [
        "Please inform him that we agree if the price is lowered.",
        "Please inform him that the ship sails before Friday.",
        "Please ascertain when he returns.",
        "Please ask whether he returns if it rains.",
        "Please place the matter before the Council.",
        "Please take steps to ensure delivery.",
        "Please consult Farrow, however.",
        "On the question of the loan, please consult Farrow.",
    ],
)
def test_what_is_said_or_asked_and_what_only_connects_is_no_limit(text: str) -> None:
    (directive,) = read_sentence(text)
    assert limits(directive) == []


def test_an_adjective_of_time_stays_in_what_is_asked_for_and_is_a_limit_too() -> None:
    (directive,) = read_sentence("Grateful for your early views.")
    assert str(directive.action) == "your early views"
    assert limits(directive) == [("time", "early")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Meanwhile please consult Farrow.", [("time", "Meanwhile")]),
        ("You should most urgently consult Farrow.", [("manner", "most urgently")]),
        ("You should frankly but firmly warn Farrow.", [("manner", "firmly"), ("manner", "frankly")]),
        ("Please take early steps to consult Farrow.", [("time", "early")]),
        ("If asked about the loan, you should consult Farrow.", [("condition", "If asked about the loan")]),
        ("If, however, the talks fail, you should consult Farrow.", [("condition", "If, however, the talks fail")]),
        ("We think that if the talks fail you should consult Farrow.", [("condition", "if the talks fail")]),
        ("In handing over the note you should consult Farrow.", [("time", "In handing over the note")]),
        ("In the light of this please consult Farrow.", [("reason", "In the light of this")]),
        ("Please reconsider the draft in the light of this.", [("manner", "in the light of this")]),
        ("Please consult Farrow as Colley is anxious to sail.", [("reason", "as Colley is anxious to sail")]),
        ("While we see the difficulty, you should consult Farrow.", []),
        ("If this is so, please consult Farrow.", [("condition", "If this is so")]),
        ("Please consult Farrow otherwise the sale will fail.", [("reason", "otherwise the sale will fail")]),
        ("We should be grateful for a reply not later than Monday.", [("time", "not later than Monday")]),
        ("Meantime you should consult Farrow.", [("time", "Meantime")]),
        ("In view of the strike I think you should consult Farrow.", [("reason", "In view of the strike")]),
        ("In view of this, we think you should consult Farrow.", [("reason", "In view of this")]),
        ("In the light of the strike the Board has met, and we should be glad if you would consult Farrow.", []),
        ("Please consult Farrow provided he agrees.", [("condition", "provided he agrees")]),
        ("Please consult Farrow if he asks and we shall help him.", [("condition", "if he asks")]),
        ("Please consult Farrow by letter where possible.", [("manner", "by letter"), ("condition", "where possible")]),
        ("I should be glad to receive by telegraph your views.", [("manner", "by telegraph")]),
        ("We urge that any sale, when a ship is at sea, be reported.", [("time", "when a ship is at sea")]),
        ("Please persist in raising the matter.", []),
        ("Please use the machines now on their way.", []),
        ("It would now be advisable to consult Farrow.", [("time", "now")]),
        ("The agents should always be consulted.", [("time", "always")]),
        ("The papers which came late should now be sent.", [("time", "now")]),
        ("In the meantime, however, we feel that you can consult Farrow.", [("time", "In the meantime")]),
        (
            "The sale is off, nevertheless in view of the strike you should consult Farrow.",
            [("reason", "in view of the strike")],
        ),
        (
            "While I see the point I feel that in the circumstances you should consult Farrow.",
            [("reason", "in the circumstances")],
        ),
        ("Having sold the launch you should consult Farrow.", [("reason", "Having sold the launch")]),
        ("Without naming the agent, you may consult Farrow.", [("limit", "Without naming the agent")]),
        ("Far from selling the ferry, you should consult Farrow.", [("manner", "Far from selling the ferry")]),
        ("You should consult Farrow (preferably by letter).", [("manner", "preferably by letter")]),
        ("You should consult Farrow (see my telegram 30).", []),
        ("Please consult Farrow this week when he will be back.", [("time", "this week")]),
        ("You should consult Farrow even though he is ill.", []),
        ("You may consult Farrow only if the agent agrees.", [("condition", "only if the agent agrees")]),
        ("Please consult Farrow for there is no other agent.", [("reason", "for there is no other agent")]),
        ("In view existing strike you should consult Farrow.", [("reason", "In view existing strike")]),
        ("In light recent strike please consult Farrow.", [("reason", "In light recent strike")]),
        ("In talks with the Board you should name Farrow.", [("condition", "In talks with the Board")]),
        ("With this end in view you should consult Farrow.", [("purpose", "With this end in view")]),
        ("You should if it seems necessary consult Farrow.", [("condition", "if it seems necessary")]),
        ("We would like if possible to have his answer.", [("condition", "if possible")]),
    ],
)
def test_limits_in_front_of_and_around_the_cue(text: str, expected: list[tuple[str, str]]) -> None:
    (directive,) = read_sentence(text)
    assert sorted(limits(directive)) == sorted(expected)


@pytest.mark.parametrize(
    ("opening", "kind"),
    [
        ("To meet his point", "purpose"),
        ("With this in mind", "manner"),
        ("Should there be a strike", "condition"),
        ("Now that the ferry is laid up", "reason"),
        ("As, however, the ferry is laid up", "reason"),
        ("In view, however, of the strike", "reason"),
        ("If, as now seems likely, he refuses", "condition"),
    ],
)
def test_more_words_open_a_limit_in_front_of_a_wish(opening: str, kind: str) -> None:
    directive = read_sentence(f"{opening}, we should be glad if you would consult Farrow.")[-1]
    assert str(directive.action) == "consult Farrow"
    assert limits(directive) == [(kind, opening)]


@pytest.mark.parametrize("inserted", ["in due course", "if possible", "orally"])
def test_a_limit_between_and_and_its_verb_belongs_to_that_act(inserted: str) -> None:
    first, second = read_sentence(f"Please consult Farrow and {inserted} inform the Board.")
    assert limits(first) == []
    assert [quote for _, quote in limits(second)] == [inserted]


def test_an_infinitive_behind_a_verb_of_sending_is_its_purpose() -> None:
    (directive,) = read_sentence("Please send Farrow to Kestrel Bay to discuss the plan.")
    assert limits(directive) == [("purpose", "to discuss the plan")]


def test_a_limit_takes_the_lettered_list_behind_it() -> None:
    (directive,) = read_sentence("You should see Farrow with a view to: (a) winning his support; (b) a visit to it.")
    assert limits(directive) == [("purpose", "with a view to: (a) winning his support; (b) a visit to it")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Please ask the agent as to when the ferry may be expected.",
        "You should move to close the debate on the drafts before the Council.",
        "Please see my immediately following telegram.",
        "The ships should lie as near to the port as the Board allows.",
        "You should say that you will see the plan through.",
        "Please tell Farrow he is fully protected.",
        "You should stress the importance of moving the ships before the gales begin.",
        "You might explore the possibility of having the drill moved by air.",
        "At the same time you should oppose the draft.",
        "You may lend Farrow the launch but if you wish it to stay here I will tell him.",
        "You may show Farrow the plan which, of course, will be changed if the ferry is late.",
    ],
)
def test_what_belongs_to_a_noun_to_what_is_told_or_to_another_clause_is_no_limit(sentence: str) -> None:
    (directive, *_) = read_sentence(sentence)
    assert limits(directive) == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Please send the plan before the Board meets to enable us to answer.",
            [("time", "before the Board meets"), ("purpose", "to enable us to answer")],
        ),
        (
            "Please ship the plan as soon as he can under cover of your note.",
            [("time", "as soon as he can"), ("manner", "under cover of your note")],
        ),
        (
            "Please move the office as soon as the talks end and before the gales.",
            [("time", "as soon as the talks end"), ("time", "before the gales")],
        ),
        (
            "If the agent objects to Farrow the point could be made to him.",
            [("condition", "If the agent objects to Farrow")],
        ),
        (
            "Please reply on the following lines: we shall send the ferry back.",
            [("manner", "on the following lines")],
        ),
        (
            "You may sign subject to agreement as to the price.",
            [("condition", "subject to agreement as to the price")],
        ),
        (
            "Please wait since the agent might, as you will see, refuse the loan.",
            [("reason", "since the agent might, as you will see, refuse the loan")],
        ),
        (
            "Sales should be cut as you now propose, but any sudden step will fail.",
            [("manner", "as you now propose")],
        ),
        (
            "As the Board has now been constituted please consult Farrow.",
            [("reason", "As the Board has now been constituted")],
        ),
        ("This should be settled first and separately.", [("time", "first"), ("manner", "separately")]),
        (
            "In the meantime I consider the island offers more and pending your reply suggest I be moved there.",
            [("time", "pending your reply")],
        ),
    ],
)
def test_a_limit_ends_where_the_next_one_or_another_clause_begins(
    sentence: str, expected: list[tuple[str, str]]
) -> None:
    (directive,) = read_sentence(sentence)
    assert limits(directive) == expected


def test_an_opener_that_the_clause_itself_follows_is_no_limit() -> None:
    text = "All the papers will have to be shown, or else the inquiry should be held here."
    (cable,) = read_text(HEADER + text)

    def only_the_second(drafts: list[Draft], *_: list[str]) -> str | None:
        return None if drafts[0].first > 9 else "the first"

    (directive,) = examine(cable, decide=only_the_second).directives
    assert str(directive.action).endswith("the inquiry should be held here")
    assert limits(directive) == []


@pytest.mark.parametrize(
    ("ending", "kind"),
    [
        ("immediately the strike has ended", "time"),
        ("as opportunity offers", "time"),
        ("by Friday, 26th September", "time"),
        ("as agreed with the Board", "manner"),
        ("as you now propose", "manner"),
        ("en clair", "manner"),
        ("without any announcement which might offend the Board", "limit"),
        ("in this manner", "manner"),
        ("in your absence", "time"),
        ("in the immediate future", "time"),
        ("in an emergency", "condition"),
        ("in the public interest", "purpose"),
        ("by telling him that the ferry is late and that the mine is shut", "manner"),
        ("in a way which will not offend the Board", "manner"),
        ("on the lines of my telegram of 3rd June, 1940", "manner"),
        ("in the terms of my telegram No. 36", "manner"),
        ("by deleting 'and in order to save time'", "manner"),
        ("without the consent of the G.O.C. at Kestrel Bay", "limit"),
        ("for two reasons", "reason"),
        ("to achieve this end", "purpose"),
    ],
)
def test_a_limit_reaches_to_its_end_and_no_further(ending: str, kind: str) -> None:
    (directive,) = read_sentence(f"Please consult Farrow {ending}.")
    assert str(directive.action) == "consult Farrow"
    assert limits(directive) == [(kind, ending)]


@pytest.mark.parametrize(
    "explained",
    [
        "in view of the strike, that is, the loss of the ore and of the wages",
        "on the lines of your note, i.e. by letter",
        "because of the strike, namely the one in May",
    ],
)
def test_what_explains_a_limit_belongs_to_it(explained: str) -> None:
    (directive,) = read_sentence(f"Please consult Farrow {explained}.")
    assert str(directive.action) == "consult Farrow"
    assert [quote for _, quote in limits(directive)] == [explained]


def test_a_purpose_stands_behind_a_bare_participle_too() -> None:
    _, directive = read_sentence("The mine should be shut and every step taken to ensure that the men are paid.")
    assert str(directive.action) == "every step taken"
    assert limits(directive) == [("purpose", "to ensure that the men are paid")]


@pytest.mark.parametrize(
    "act",
    [
        "be informed if it is wished that he leave",
        "be told when the ferry leaves",
    ],
)
def test_what_the_sender_is_to_be_told_is_no_condition(act: str) -> None:
    (directive,) = read_sentence(f"We should be glad to {act}.")
    assert str(directive.action) == act
    assert limits(directive) == []


def test_the_number_of_the_next_item_is_no_part_of_a_limit_or_act() -> None:
    (directive,) = read_sentence("Please send your views on the following points- 1")
    assert str(directive.action) == "send your views on the following points"


def test_what_a_bare_be_says_of_its_subject_is_no_limit() -> None:
    (directive,) = read_sentence("I suggest the reply should be on the lines of paragraph 3.")
    assert str(directive.action) == "the reply should be on the lines of paragraph 3"
    assert limits(directive) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "The agents will learn of this soon and you might consult Farrow.",
        "It is hard, however, to find a ship and I should be glad if you would consult Farrow.",
    ],
)
def test_a_limit_of_the_clause_before_is_none_of_the_act(sentence: str) -> None:
    directive = read_sentence(sentence)[-1]
    assert str(directive.action) == "consult Farrow"
    assert limits(directive) == []


def test_a_limit_in_front_governs_every_clause_of_a_list() -> None:
    found = read_sentence(
        "If the strike lasts the Board should be told, a note should be sent, and the mine should be shut."
    )
    assert [quote for directive in found for _, quote in limits(directive)] == ["If the strike lasts"] * 3


@pytest.mark.parametrize(
    ("act", "found"),
    [
        ("learn, without naming the agent, what rent the growers ask", [("limit", "without naming the agent")]),
        ("describe to Farrow, without binding us, the terms of the loan", [("limit", "without binding us")]),
        ("convey to the Board, should the ferry sink, the text of the claim", [("condition", "should the ferry sink")]),
        ("cable by Tuesday names of the crew", [("time", "by Tuesday")]),
        ("telegraph by 12 March list of ships", [("time", "by 12 March")]),
        ("cable by Tuesday evening names of the crew", [("time", "by Tuesday evening")]),
        ("find early in June a pilot for the ferry", [("time", "early in June")]),
        ("put forward as your own idea the sale of the ferry", [("manner", "as your own idea")]),
    ],
)
def test_a_limit_before_the_object_of_a_verb_ends_there(act: str, found: list[tuple[str, str]]) -> None:
    (directive,) = read_sentence(f"Please {act}.")
    assert str(directive.action) == act
    assert limits(directive) == found


@pytest.mark.parametrize(
    "limit",
    ["without telling Farrow, the Board or the crew", "by Tuesday next", "by Tuesday evening", "by 12 March 1942"],
)
def test_a_limit_with_a_list_or_a_date_is_taken_whole(limit: str) -> None:
    (directive,) = read_sentence(f"Please act, {limit}.")
    assert [words for _, words in limits(directive)] == [limit]


def test_a_limit_between_having_and_what_is_had_is_no_part_of_it() -> None:
    (directive,) = read_sentence("We shall be glad to have, before Tuesday, your views on the loan.")
    assert str(directive.action) == "your views on the loan"
    assert limits(directive) == [("time", "before Tuesday")]


def test_what_turns_to_a_further_act_is_its_condition() -> None:
    _, kept = read_sentence("Please hand it over today, failing which keep it safe.")
    assert limits(kept) == [("condition", "failing which")]


@pytest.mark.parametrize(
    ("ending", "kind"),
    [
        ("for not more than two days", "limit"),
        ("soonest", "time"),
        ("in good time for the talks", "time"),
        ("in triplicate", "manner"),
        ("in whatever terms you think best", "manner"),
        ("in the form agreed at the talks", "manner"),
        ("by the first available aircraft", "manner"),
        ("for the personal information of the Governor", "purpose"),
        ("for consultation", "purpose"),
        ("without permission from us", "condition"),
        ("as shipping must be found", "reason"),
        ("for delivery on arrival", "purpose"),
        ("on an unofficial basis", "manner"),
        ("quite frankly", "manner"),
        ("for a period of two weeks", "time"),
        ("if it appears necessary", "condition"),
    ],
)
def test_more_limits_end_an_act(ending: str, kind: str) -> None:
    (directive,) = read_sentence(f"Please send Farrow the draft {ending}.")
    assert str(directive.action) == "send Farrow the draft"
    assert limits(directive) == [(kind, ending)]


@pytest.mark.parametrize(
    "act",
    [
        "thank Farrow for his message",
        "press him for their consent",
        "arrange for the trunk to be cleared through Customs",
        "intercede with the Board on behalf of the crew",
        "let me have your views on the answer to be given if Farrow asks",
        "describe the tariff, particularly as it affects the growers",
        "send the weekly return",
        "spend up to twenty pounds on the crew",
        "advance him not more than forty pounds",
        "arrange for his trunk to be cleared through Customs",
        "do all you can to ensure that the crew is paid",
        "name the board set up to take over the quay",
        "return the note he gave us in May",
        "ask the crew to pass through Harwick",
        "ask any agent who is in a position to assist the crew",
    ],
)
def test_what_a_verb_or_noun_takes_is_no_limit(act: str) -> None:
    (directive,) = read_sentence(f"Please {act}.")
    assert str(directive.action) == act
    assert [limit for limit in limits(directive) if limit != ("time", "weekly")] == []
