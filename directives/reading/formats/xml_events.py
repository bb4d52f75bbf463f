"""XML in, events out, as a stream: nothing is fetched, no entity is expanded, and no tree is built."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html.entities import html5
from typing import TYPE_CHECKING, BinaryIO, Literal, NamedTuple

from directives.reading.problems import ReadingProblem

if TYPE_CHECKING:
    from xml.sax.xmlreader import AttributesNSImpl

_CHUNK = 1 << 16
_DEEPEST = 500  # elements inside one another

Kind = Literal["start", "end", "text"]


class Event(NamedTuple):
    """An element that starts or ends, by its local name, or text; attributes by their local names."""

    kind: Kind
    name: str
    attributes: Mapping[str, str]


def xml_events(stream: BinaryIO) -> Iterator[Event]:
    """The events of an XML document in order. Raises ReadingProblem where it is damaged, or declares entities.

    A document type that lies elsewhere (`<!DOCTYPE TEI SYSTEM "…">`) is not fetched; characters that it would have
    named are known from HTML.
    """
    from xml.parsers.expat import XML_PARAM_ENTITY_PARSING_NEVER
    from xml.sax import SAXException, SAXParseException
    from xml.sax.handler import ContentHandler, feature_namespaces

    from defusedxml import DefusedXmlException
    from defusedxml.expatreader import DefusedExpatParser

    class Handler(ContentHandler):
        def __init__(self) -> None:
            super().__init__()
            self.events: list[Event] = []
            self.depth = 0

        def startElementNS(self, name: tuple[str | None, str], qname: str | None, attrs: AttributesNSImpl) -> None:  # noqa: N802
            self.depth += 1
            if self.depth > _DEEPEST:
                raise ReadingProblem(f"its XML has more than {_DEEPEST} elements inside one another")
            self.events.append(Event("start", name[1], {key[1]: value for key, value in attrs.items()}))

        def endElementNS(self, name: tuple[str | None, str], qname: str | None) -> None:  # noqa: N802
            self.depth -= 1
            self.events.append(Event("end", name[1], {}))

        def characters(self, content: str) -> None:
            self.events.append(Event("text", content, {}))

        def skippedEntity(self, name: str) -> None:  # noqa: N802
            self.events.append(Event("text", html5.get(f"{name};", ""), {}))

    class Parser(DefusedExpatParser):
        def reset(self) -> None:
            super().reset()
            self._parser.SetParamEntityParsing(XML_PARAM_ENTITY_PARSING_NEVER)  # type: ignore[attr-defined]

    handler = Handler()
    parser = Parser(forbid_dtd=False, forbid_entities=True, forbid_external=True)
    parser.setFeature(feature_namespaces, True)
    parser.setContentHandler(handler)
    failure = ""
    while not failure:
        try:
            chunk = stream.read(_CHUNK)
            if chunk:
                parser.feed(chunk)
            else:
                parser.close()
        except DefusedXmlException:
            failure = "its XML declares or calls for entities, which are not expanded or fetched"
        except SAXParseException as error:
            failure = f"its XML is damaged at line {error.getLineNumber()}: {error.getMessage()}"
        except SAXException as error:
            failure = f"its XML is damaged: {error.getMessage()}"
        events, handler.events = handler.events, []
        yield from events
        if not chunk:
            break
    if failure:
        raise ReadingProblem(failure)
