"""Acts: from which word to which one reaches, its subject with it, and what "and" joins to it."""

import pytest

from factory import limits, read_sentence


@pytest.mark.parametrize(
    ("text", "actions"),
    [
        ("Farrow should be warned of this and told to wait.", ["Farrow should be warned of this", "told to wait"]),
        (
            "The sale should be put off, and the Board be asked to confirm.",
            ["The sale should be put off", "the Board be asked to confirm"],
        ),
        ("The note (please keep) came late.", ["keep"]),
        ("We ask that you will see Farrow and that you will also warn him.", ["see Farrow", "warn him"]),
        ("I think it vital that you see Farrow and strongly urge that you warn him.", ["see Farrow", "warn him"]),
        ("We hope that you will feel able to see Farrow.", ["see Farrow"]),
        ("It would be best for him to leave the ship.", ["leave the ship"]),
        ("It would be best for Farrow not to leave the ship.", ["leave the ship"]),
        ("Please see Farrow and report at once.", ["see Farrow", "report"]),
        ("You should remain in close touch with Farrow.", ["remain in close touch with Farrow"]),
        ("You should take part in any discussions.", ["take part in any discussions"]),
        ("Please consult Farrow and move to close the talks.", ["consult Farrow", "move to close the talks"]),
        ("Please let me have any views you may hold.", ["let me have any views you may hold"]),
        ("You should act on the following lines.", ["act on the following lines"]),
        ("Please consult Farrow but in any case I would suggest delay.", ["consult Farrow"]),
    ],
)
def test_where_an_act_ends_and_another_begins(text: str, actions: list[str]) -> None:
    assert [str(directive.action) for directive in read_sentence(text)][: len(actions)] == actions


@pytest.mark.parametrize(
    ("text", "actions"),
    [
        ("Please try and see Farrow.", ["try and see Farrow"]),
        ("Please refuse to support or oppose the plan.", ["refuse to support or oppose the plan"]),
        ("Please oppose any step that might cause or help delay.", ["oppose any step that might cause or help delay"]),
        (
            "Please oppose any step that would or might be a threat.",
            ["oppose any step that would or might be a threat"],
        ),
        (
            "I must impress on you the need of having Farrow told to invite or admit them.",
            ["having Farrow told to invite or admit them"],
        ),
        ("Please regret his contempt of and resort to arms.", ["regret his contempt of and resort to arms"]),
        ("Please collect all import and export duties.", ["collect all import and export duties"]),
        ("Please tell the Army and Service heads.", ["tell the Army and Service heads"]),
        ("Please send the draft plan and draft budget to Farrow.", ["send the draft plan and draft budget to Farrow"]),
        ("You should keep control over stores, pay and finance.", ["keep control over stores, pay and finance"]),
        ("Please ask which ships and ports are meant.", ["ask which ships and ports are meant"]),
        ("It is vital that the drafts and notes are kept.", ["the drafts and notes are kept"]),
        ("Please stress the risks and neglect of the mine.", ["stress the risks and neglect of the mine"]),
        ("Please explain the need and value of his visit.", ["explain the need and value of his visit"]),
        (
            "You should say that Farrow should pay and express no view.",
            ["say that Farrow should pay and express no view"],
        ),
        (
            "Please obtain a promise that they will stand firm and not grant more.",
            ["obtain a promise that they will stand firm and not grant more"],
        ),
        (
            "Please say that he may sail when they arrive and have had talks.",
            ["say that he may sail when they arrive and have had talks"],
        ),
        (
            "Please ascertain whether any ships are or have been sold.",
            ["ascertain whether any ships are or have been sold"],
        ),
        (
            "Please tell Farrow that we accept the plan and would be glad to see it in print.",
            ["tell Farrow that we accept the plan and would be glad to see it in print"],
        ),
        (
            "Please give Farrow notice: (a) that the mine is shut, and (b) that the ferry is laid up.",
            ["give Farrow notice: (a) that the mine is shut, and (b) that the ferry is laid up"],
        ),
        (
            "Please bear in mind: (1) the state of the mine; (2) the strike.",
            ["bear in mind: (1) the state of the mine; (2) the strike"],
        ),
        (
            "You should seek a statement that the mine is shut; and that the ferry will be laid up.",
            ["seek a statement that the mine is shut; and that the ferry will be laid up"],
        ),
        (
            "You should consult Farrow, since if we rely on Marlow or urge our case on him we may fail.",
            ["consult Farrow"],
        ),
    ],
)
def test_what_and_binds_into_one_act_is_one_directive(text: str, actions: list[str]) -> None:
    assert [str(directive.action) for directive in read_sentence(text)] == actions


@pytest.mark.parametrize(
    ("text", "actions"),
    [
        (
            "Please explain this to Farrow and endeavour to have it changed.",
            ["explain this to Farrow", "endeavour to have it changed"],
        ),
        (
            "Please inform Farrow, ask when he sails and report the date.",
            ["inform Farrow", "ask when he sails", "report the date"],
        ),
        ("You should endeavour to see Farrow and omit the rest.", ["endeavour to see Farrow", "omit the rest"]),
        ("You should watch the talks and report to the Board.", ["watch the talks", "report to the Board"]),
        ("You should go wherever he may be and speak to him.", ["go wherever he may be", "speak to him"]),
        (
            "I wish the Board to study the plan and to send us its views.",
            ["study the plan", "send us its views"],
        ),
        (
            "I must impress on you the need of pressing for it and of telling us soon.",
            ["pressing for it", "telling us"],
        ),
        (
            "I suggest Farrow should stay and that, if possible, the visit be cut short.",
            ["stay", "the visit be cut short"],
        ),
        (
            "No ship should be sold at present and no leases to others signed until they agree.",
            ["No ship should be sold", "no leases to others signed"],
        ),
        (
            "The sale should be put off, and the United Kingdom be asked to confirm.",
            ["The sale should be put off", "the United Kingdom be asked to confirm"],
        ),
        (
            "It is requested that Farrow, who knows the port, prepare a plan, and that it be sent to the Board.",
            ["Farrow, who knows the port, prepare a plan", "it be sent to the Board"],
        ),
        (
            "I ask that a share be given to all ports other than the three already shut and that the rest be sold.",
            ["a share be given to all ports", "the rest be sold"],
        ),
        (
            "You should say that the Board will prevail and (c) suggest a delay.",
            ["say that the Board will prevail", "suggest a delay"],
        ),
        (
            "Please tell Farrow that we accept the plan and would welcome your views.",
            ["tell Farrow that we accept the plan", "your views"],
        ),
        (
            "The Board desires Farrow express the same view to Marlow, and especially to tell him why.",
            ["express the same view to Marlow", "tell him why"],
        ),
        (
            "While any matter is open on which he needs papers we should be glad of details.",
            ["details"],
        ),
    ],
)
def test_acts_that_and_joins_are_directives_of_their_own(text: str, actions: list[str]) -> None:
    assert [str(directive.action) for directive in read_sentence(text)] == actions


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("You could wait but speaking to that motion should do no harm.", "wait"),
        (
            "I urge that you direct that he be heard and I recommend strongly that he be paid.",
            "direct that he be heard",
        ),
        ("We concur in the case made by Farrow and firmly consider that he should stay.", "the case made by Farrow"),
        ("We cannot consent to the sale and it requests that other ways be found.", "the sale"),
        ("The plan should be dropped but urge that Farrow be heard.", "The plan should be dropped"),
        ("We should be glad of an early answer and note that he has sailed.", "an early answer"),
        (
            "The draft should be kept back, but any bold step should be met.",
            "The draft should be kept back",
        ),
        (
            "We have no objection to you using this and the letter which we have handed to you should be kept.",
            "using this",
        ),
        ("While you may attend the talks on the plan you should not support it.", "attend the talks on the plan"),
    ],
)
def test_an_act_ends_where_and_or_a_main_clause_begins_another_sentence(text: str, action: str) -> None:
    assert str(read_sentence(text)[0].action) == action


@pytest.mark.parametrize(
    ("sentence", "front"),
    [
        ("If you should decide to go, I suggest that you consult Farrow.", "If you should decide to go"),
        (
            "In order that we can judge the plan and decide when to sail, please consult Farrow.",
            "In order that we can judge the plan and decide when to sail",
        ),
        (
            "If the Board proposes that a ship be sent, please consult Farrow.",
            "If the Board proposes that a ship be sent",
        ),
    ],
)
def test_a_part_of_a_clause_in_front_is_no_directive(sentence: str, front: str) -> None:
    (directive,) = read_sentence(sentence)
    assert str(directive.action) == "consult Farrow"
    assert [quote for _, quote in limits(directive)] == [front]


def test_a_phrase_behind_that_ends_before_the_addressee_where_no_comma_parts_them() -> None:
    (directive,) = read_sentence("I suggest that after consultation with the Board you cable a definite proposal.")
    assert str(directive.action) == "cable a definite proposal"
    assert limits(directive) == [("time", "after consultation with the Board")]


@pytest.mark.parametrize(
    "act",
    [
        "treat this note as an indication that the talks will fail",
        "make no statement which would or might offend the Board",
        "ask for his views on the loan",
        "replace 'in view of the strike' by a milder phrase",
        "insert the sentence after the second paragraph",
        "let me know whether, as I hope, he will sail",
        "ascertain- (i) whether he has sailed; (ii) what he carries",
        "send advice, particularly as regards fuel",
        "raise the point once more with Farrow",
    ],
)
def test_an_act_goes_on_over_what_only_looks_like_a_limit(act: str) -> None:
    (directive,) = read_sentence(f"Please {act}.")
    assert str(directive.action) == act
    assert limits(directive) == []


@pytest.mark.parametrize(
    ("sentence", "action", "expected"),
    [
        ("Please take the line stated below: (a) the mine is shut.", "take the line stated below", []),
        (
            "Please write to the Board on his arrival saying that the mine is shut.",
            "write to the Board on his arrival saying that the mine is shut",
            [("time", "on his arrival")],
        ),
        (
            "Please inform Farrow by telegram of the following change.",
            "inform Farrow by telegram of the following change",
            [("manner", "by telegram")],
        ),
        (
            "The price should be held as you now propose, but any rise should be told to the Board.",
            "The price should be held",
            [("manner", "as you now propose")],
        ),
        (
            "The Board should be asked, as one condition of the sale, to shut the mine.",
            "The Board should be asked, as one condition of the sale, to shut the mine",
            [],
        ),
        (
            "In view of the strike, it would appear that the mine should be shut.",
            "the mine should be shut",
            [("reason", "In view of the strike")],
        ),
        ("We ask, as one condition of the sale, that the mine be shut.", "the mine be shut", []),
        ("As already told to you, we ask that the mine be shut.", "the mine be shut", []),
        (
            "If you have not done so you should consult Farrow.",
            "consult Farrow",
            [("condition", "If you have not done so")],
        ),
    ],
)
def test_an_act_ends_where_its_limits_and_the_next_clause_begin(
    sentence: str, action: str, expected: list[tuple[str, str]]
) -> None:
    directive = read_sentence(sentence)[0]
    assert str(directive.action) == action
    assert limits(directive) == expected


@pytest.mark.parametrize(
    "subject",
    [
        "Any attempt to delay the talks",
        "Any move to delay the talks now that Farrow claims to have settled the dispute",
        "The offer of a loan, which the Board made in May,",
        "All the risks to the mine, not only of a strike, but of fire,",
        "The smaller force viz. one company",
        "Your offer of 15th May",
        "The text to be sent to Farrow",
        "A slow retreat, with a payment to the men,",
        "The mine there",
        "Advice as to what the miners have lost",
        "Any loss you may suffer",
    ],
)
def test_the_subject_of_a_passive_is_taken_whole(subject: str) -> None:
    (directive,) = read_sentence(f"{subject} should be reported to the Board.")
    assert str(directive.action) == f"{subject} should be reported to the Board"


@pytest.mark.parametrize(
    "front",
    [
        "If the strike is not settled",
        "If the note is to be signed",
        "If nothing can be done without a loan",
        "In order to save time",
    ],
)
def test_the_subject_begins_behind_a_clause_in_front_that_no_comma_parts(front: str) -> None:
    (directive,) = read_sentence(f"{front} the Board should be told.")
    assert str(directive.action) == "the Board should be told"
    assert [quote for _, quote in limits(directive)] == [front]


def test_the_subject_begins_behind_what_is_judged_in_front() -> None:
    directives = read_sentence("Publicity for the loan undesirable but the text may be sent to Farrow.")
    assert [str(directive.action) for directive in directives] == [
        "Publicity for the loan",
        "the text may be sent to Farrow",
    ]


def test_what_belongs_to_a_noun_asked_for_may_stand_behind_its_verb() -> None:
    (directive,) = read_sentence("Reference is requested to the second paragraph of the note.")
    assert str(directive.action) == "Reference is requested to the second paragraph of the note"


def test_a_long_list_in_a_subject_is_taken_whole() -> None:
    act = "the plan as sent to the Old Norburg, East Norburg, North Norburg and Ashdown Boards in May should be kept"
    (directive,) = read_sentence(f"It is desired that {act}.")
    assert str(directive.action) == act


@pytest.mark.parametrize("front", ["As regards the ore from the mine", "In addition", "As to the first question"])
def test_the_subject_begins_behind_a_topic(front: str) -> None:
    (directive,) = read_sentence(f"{front} the Board should be told.")
    assert str(directive.action) == "the Board should be told"


@pytest.mark.parametrize(
    ("actor", "act"),
    [
        ("the United Kingdom", "should hold the talks"),
        ("the United Kingdom, French and New Norburg Governments", "should hold the talks"),
        ("one or more officers of the Board", "should hold the talks"),
    ],
)
def test_who_is_to_act_is_told_by_the_last_noun_of_a_list_and_behind_a_participle(actor: str, act: str) -> None:
    (directive,) = read_sentence(f"We suggest that {actor} {act}.")
    assert str(directive.action) == "hold the talks"
    assert str(directive.actor.quote) == actor


@pytest.mark.parametrize(
    ("sentence", "action", "limit"),
    [
        (
            "Please ask Farrow if he calls at the port to wait for the ferry.",
            "ask Farrow if he calls at the port to wait for the ferry",
            "if he calls at the port",
        ),
        (
            "I should like you to authorise Farrow, while he is in Lima, to offer a loan.",
            "authorise Farrow, while he is in Lima, to offer a loan",
            "while he is in Lima",
        ),
        (
            "Please let us know without telling the Board what the ferry costs.",
            "let us know without telling the Board what the ferry costs",
            "without telling the Board",
        ),
    ],
)
def test_an_act_goes_on_behind_a_clause_put_in_before_what_its_verb_waits_for(
    sentence: str, action: str, limit: str
) -> None:
    (directive,) = read_sentence(sentence)
    assert str(directive.action) == action
    assert [quote for _, quote in limits(directive)] == [limit]


def test_an_act_in_a_relative_clause_ends_before_the_verb_of_its_subject() -> None:
    (directive,) = read_sentence("The line which you should take is as follows.")
    assert str(directive.action) == "take"


@pytest.mark.parametrize(
    ("front", "subject"),
    [("If he is away, however,", "this"), ("Your note has not come but in the meantime", "two points")],
)
def test_the_subject_begins_behind_what_connects(front: str, subject: str) -> None:
    directive = read_sentence(f"{front} {subject} should be reported to the Board.")[-1]
    assert str(directive.action) == f"{subject} should be reported to the Board"


@pytest.mark.parametrize(
    "subject",
    [
        "The line we took when Marlow raised the tax",
        "Any reply which the Board may send",
        "The crates, if any, that the ship may bring",
        "Delay in sailing till June",
        "The points put forward by Dorrell",
        "The reasons for which the Board refused, and the answers they gave when he called,",
        "Any Board reaction or press comment",
    ],
)
def test_a_subject_with_clauses_of_its_own_is_read_from_its_first_word(subject: str) -> None:
    acts = [str(directive.action) for directive in read_sentence(f"{subject} should be reported to Farrow.")]
    assert f"{subject} should be reported to Farrow" in acts


@pytest.mark.parametrize(
    ("front", "subject"),
    [
        ("Marlow called when the Board met and", "the text"),
        ("We have seen the claims as set out in his note and", "every effort"),
        ("If any agent raises the tax", "such a claim"),
    ],
)
def test_a_subject_takes_in_no_clause_before_it(front: str, subject: str) -> None:
    acts = [str(directive.action) for directive in read_sentence(f"{front} {subject} should be reported to Farrow.")]
    assert f"{subject} should be reported to Farrow" in acts


@pytest.mark.parametrize(
    "act",
    [
        "raise with Farrow before his departure the question of the lease",
        "suggest to Farrow, when you next meet, that the ferry wait",
        "make sure without delaying the ship that the crates are sealed",
        "point out before the talks begin that the tax will stay",
        "ask the agents when they return to call on Marlow",
        "maintain in your reply the tone of our note",
        "emphasise above all that the tax will stay",
        "ascertain, in conjunction with Marlow, what cargo the ferry has",
        "try to ascertain if the ferry or the barge could be moved",
        "regard this note as representing our last word",
        "act as our agent",
        "deal with all claims of the growers",
        "remain responsible throughout for the islands",
        "send Marlow an appeal to wait for the ship",
        "inform the Secretary- General of the loss",
    ],
)
def test_an_act_reaches_what_its_verb_waits_for(act: str) -> None:
    assert str(read_sentence(f"You should {act}.")[0].action) == act


@pytest.mark.parametrize(
    ("act", "behind"),
    [
        ("see the text", "and is to report on it"),
        ("ask whether he will come", "and in which case I could meet him"),
        ("shut the mine", "and, apart from this, the Board might meet"),
        ("keep in touch with the growers", "and the question arises whether the Board will pay"),
        ("cable the names", "also advise the date"),
    ],
)
def test_an_act_ends_where_a_clause_of_its_own_begins(act: str, behind: str) -> None:
    assert str(read_sentence(f"He is to {act} {behind}.")[0].action) == act


def test_a_further_thing_asked_for_is_no_part_of_a_time() -> None:
    (directive,) = read_sentence("We should appreciate an estimate as the strike develops and early advice of it.")
    assert str(directive.action) == "an estimate as the strike develops and early advice of it"


def test_an_order_behind_also_is_one_of_its_own() -> None:
    acts = [
        str(directive.action)
        for directive in read_sentence("Grateful for the names also advise whether the ferry sailed.")
    ]
    assert acts == ["the names", "advise whether the ferry sailed"]


@pytest.mark.parametrize(
    ("sentence", "actions"),
    [
        (
            "You should drop the second line and in view of the delay settle the rest with Farrow.",
            ["drop the second line", "settle the rest with Farrow"],
        ),
        (
            "You should see Farrow and before he sails, ask him for the plan.",
            ["see Farrow", "ask him for the plan"],
        ),
        (
            "Make these points if you think it wise, but at least record our views.",
            ["Make these points", "record our views"],
        ),
        (
            "You should say that he has gone and in view of this we shall wait.",
            ["say that he has gone and in view of this we shall wait"],
        ),
        ("You should discuss fruit, wool, and trade with Lima.", ["discuss fruit, wool, and trade with Lima"]),
    ],
)
def test_a_further_act_begins_behind_a_limit_or_connective(sentence: str, actions: list[str]) -> None:
    assert [str(directive.action) for directive in read_sentence(sentence)] == actions


@pytest.mark.parametrize(
    ("sentence", "actions"),
    [
        (
            "You are directed to call on the agent before the end of the week and to explain the delay.",
            ["call on the agent", "explain the delay"],
        ),
        ("You are asked to wait until he has come and to report.", ["wait", "report"]),
        ("I suggest that if you have not done so you consider sending a ship.", ["consider sending a ship"]),
        ("We suggest that on the terms you consider fair you sign.", ["sign"]),
        (
            "You should ask Farrow to call since if we rely on him or urge our claims we may fail.",
            ["ask Farrow to call"],
        ),
        ("Do not take it as a sign that he is tired, but we feel that he is.", ["take it as a sign that he is tired"]),
        ("You should say that we agree, but we cannot pay.", ["say that we agree, but we cannot pay"]),
        ("We want you to see him as soon as he is ready to talk and to act.", ["see him"]),
    ],
)
def test_an_act_ends_where_what_stands_behind_a_limit_or_a_clause_begins_anew(
    sentence: str, actions: list[str]
) -> None:
    assert [str(directive.action) for directive in read_sentence(sentence)] == actions


@pytest.mark.parametrize(
    ("text", "actions"),
    [
        (
            "You may tell Farrow that the loan is made but should not name the rate.",
            ["tell Farrow that the loan is made", "name the rate"],
        ),
        (
            "YOU MAY TELL FARROW WE ACCEPT ANY DAY BUT YOU SHOULD NOT NAME THE PORT",
            ["TELL FARROW WE ACCEPT ANY DAY", "NAME THE PORT"],
        ),
        (
            "You may tell Farrow that he may stay but should not land.",
            ["tell Farrow that he may stay but should not land"],
        ),
        (
            "You should show it to nobody except Farrow, and should not leave a copy.",
            ["show it to nobody", "leave a copy"],
        ),
        (
            "You should (a) warn the Board, (b) ask that the crew be fed and (c) report.",
            ["warn the Board", "ask that the crew be fed", "report"],
        ),
        (
            "Please (1) warn the Board, (2) request a reply, (3) send us a copy.",
            ["warn the Board", "request a reply", "send us a copy"],
        ),
        (
            "You should: (a) warn the Board; (b) ask for a reply; (c) report.",
            ["warn the Board", "ask for a reply", "report"],
        ),
        (
            "Please send (a) the list, (b) the request of the Board, (c) the map.",
            ["send (a) the list, (b) the request of the Board, (c) the map"],
        ),
        ("Please hand it over today, failing which keep it safe.", ["hand it over", "keep it safe"]),
        ("Please hand it over today, failing which you should keep it.", ["hand it over", "keep it"]),
        ("Please call unless he has left, in which case telegraph.", ["call", "telegraph"]),
        ("Anything you can do to speed the loan will be appreciated.", ["Anything you can do to speed the loan"]),
    ],
)
def test_acts_are_parted_by_what_turns_numbers_or_denies(text: str, actions: list[str]) -> None:
    assert [str(directive.action) for directive in read_sentence(text)] == actions


@pytest.mark.parametrize(("doer", "role"), [("the Cape route", "addressee"), ("the Governor", "third_party")])
def test_what_carries_a_thing_does_nothing(doer: str, role: str) -> None:
    (directive,) = read_sentence(f"Copies should be sent by {doer}.")
    assert directive.actor.role == role


@pytest.mark.parametrize(("subject", "form"), [("Ferris", "party_should"), ("Supplies", "thing_should")])
def test_a_name_that_ends_like_a_plural_is_a_name(subject: str, form: str) -> None:
    (directive,) = read_sentence(f"{subject} should return to the port.")
    assert directive.form == form


def test_what_is_said_of_a_thing_asked_for_is_no_part_of_it() -> None:
    (directive,) = read_sentence("A plan of the mine would be appreciated by Friday.")
    assert str(directive.action) == "A plan of the mine"
    assert limits(directive) == [("time", "by Friday")]


@pytest.mark.parametrize(
    "act",
    [
        "suggestions from you as to what my Council might say or do",
        "a list of the clerks prominent in or connected with the guild",
    ],
)
def test_what_or_joins_inside_a_thing_asked_for_is_part_of_it(act: str) -> None:
    (directive,) = read_sentence(f"I would like {act}.")
    assert str(directive.action) == act


def test_what_or_joins_behind_a_noun_of_a_passive_is_no_further_act() -> None:
    (directive,) = read_sentence("It is vital that no use be made of clerks prominent in or connected with the guild.")
    assert str(directive.action) == "no use be made of clerks prominent in or connected with the guild"


@pytest.mark.parametrize(
    ("text", "modalities", "role"),
    [
        ("You will see Farrow and will report.", ["obligation", "obligation"], "addressee"),
        ("The Consul should see Farrow but should not name the rate.", ["obligation", "prohibition"], "third_party"),
        ("We hope you will see Farrow and will report.", ["request", "request"], "addressee"),
    ],
)
def test_a_modal_said_again_goes_on_with_the_cue(text: str, modalities: list[str], role: str) -> None:
    found = read_sentence(text)
    assert [directive.modality for directive in found] == modalities
    assert {directive.actor.role for directive in found} == {role}
