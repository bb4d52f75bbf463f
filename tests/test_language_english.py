"""Texts that are not English are told apart before anybody wonders why nothing was found in them."""

import pytest

from directives.language.english import is_english

OTHERS = {
    "French": "Le ministre a reçu l'ambassadeur hier soir. Vous voudrez bien faire savoir au secrétaire que nous "
    "attendons une réponse avant vendredi et que la note ne saurait être acceptée.",
    "German": "Der Minister hat den Botschafter gestern Abend empfangen. Bitte teilen Sie dem Sekretär mit, dass "
    "wir bis Freitag eine Antwort erwarten und die Note nicht annehmen können.",
    "Spanish": "El ministro recibió anoche al embajador. Sírvase informar al secretario que esperamos una respuesta "
    "antes del viernes y que no se puede aceptar la nota en su forma actual.",
    "Russian": "Министр принял вчера вечером посла. Прошу вас сообщить секретарю, что мы ждём ответа до пятницы и что "
    "правительство не может принять ноту в её нынешнем виде. Ответ пришлите сегодня вечером.",
}
TELEGRAPHESE = (
    "YOUR 45 RECEIVED STOP DESIRE YOU FURNISH IMMEDIATELY NAMES OF ALL VESSELS LOADING COPRA HARWICK SINCE MONDAY "
    "STOP CONSUL MARLOW BEING TOLD SEPARATELY STOP ASHBY"
)
SCANNED = (
    "Yon wi1l inforrn thc Minister tliat the Goverument cannot acccpt the uote in its presenf forrn and ask hirn "
    "for an early repIy. Plcase report the outcorne by cab1e."
)


@pytest.mark.parametrize("language", OTHERS)
def test_another_language_is_not_english(language: str) -> None:
    assert not is_english(OTHERS[language])


@pytest.mark.parametrize("text", [TELEGRAPHESE, SCANNED, "Bonjour.", ""])
def test_telegraphese_a_bad_scan_and_a_few_words_are_let_through(text: str) -> None:
    assert is_english(text)


def test_english_that_begins_after_much_of_another_language_is_found() -> None:
    assert is_english(
        OTHERS["French"] * 200 + "You will inform the Minister at once that we cannot accept the note. " * 400
    )
