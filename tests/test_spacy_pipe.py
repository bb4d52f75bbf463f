"""The spaCy component `directives`."""

import json
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import DocBin

import directives

TEXT = "You will inform Marlow before Friday. Please send <b>his</b> views to us."


@pytest.fixture(scope="module")
def nlp() -> Language:
    nlp = spacy.blank("en")
    nlp.add_pipe("directives")
    return nlp


def test_spans_of_all_parts(nlp: Language) -> None:
    doc = nlp(TEXT)
    assert [(span.text, span.label_) for span in doc.spans["directives"]][:4] == [
        ("You will", "CUE"),
        ("You", "ACTOR"),
        ("inform Marlow", "OBLIGATION"),
        ("before Friday", "TIME"),
    ]


def test_a_span_leads_to_the_record_of_its_directive(nlp: Language) -> None:
    doc = nlp(TEXT)
    assert [record["action"]["text"] for record in doc._.directives] == [
        directive.action.text for directive in directives.extract(TEXT)
    ]
    for span in doc.spans["directives"]:
        record = span._.directive
        assert record["id"] == span.id_
        if span.label_ == record["modality"].upper():
            assert doc.text[record["action"]["start"] : record["action"]["end"]] == record["action"]["text"]


def test_displacy_draws_them(nlp: Language) -> None:
    html = spacy.displacy.render(nlp(TEXT), style="span", options={"spans_key": "directives"}, jupyter=False)
    assert "OBLIGATION" in html
    assert "<b>his" not in html


def test_documents_can_be_kept(nlp: Language) -> None:
    kept = DocBin(docs=[nlp(TEXT)], store_user_data=True).to_bytes()
    (doc,) = DocBin().from_bytes(kept).get_docs(nlp.vocab)
    fresh = nlp(TEXT)
    assert [span.text for span in doc.spans["directives"]] == [span.text for span in fresh.spans["directives"]]
    assert json.dumps(doc._.directives) == json.dumps(fresh._.directives)  # what is kept has tuples for lists


def test_the_pipeline_can_be_kept_and_the_name_of_the_group_chosen(tmp_path: Path) -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("directives", config={"spans_key": "sc"})
    nlp.to_disk(tmp_path / "nlp")
    doc = spacy.load(tmp_path / "nlp")(TEXT)
    assert [span.label_ for span in doc.spans["sc"]][:1] == ["CUE"]


@pytest.mark.parametrize("text", ["", " \n ", "The weather in Harwick has been mild for a week."])
def test_a_text_without_directives(nlp: Language, text: str) -> None:
    doc = nlp(text)
    assert [*doc.spans["directives"]] == doc._.directives == []


def test_several_processes(nlp: Language) -> None:
    docs = nlp.pipe([TEXT] * 4, n_process=2)
    assert [len(doc._.directives) for doc in docs] == [len(directives.extract(TEXT))] * 4
