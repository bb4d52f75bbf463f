"""Files of several formats for tests, made from texts that the test gives: TEI, PDF, DOCX, zip."""

import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from xml.sax.saxutils import escape

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TEI = 'xmlns="http://www.tei-c.org/ns/1.0" xmlns:frus="http://history.state.gov/frus/ns/1.0"'
LINE = 14  # points from line to line on a page


def tei_document(n: int, body: str = "") -> str:
    """A telegram as the Foreign Relations volumes mark it up, with notes, names and a page break."""
    date = f"1952-03-{n % 28 + 1:02}T19:00:00-05:00"
    return f"""
<div type="document" subtype="historical-document" n="{n}" xml:id="d{n}"
 frus:doc-dateTime-min="{date}" frus:doc-dateTime-max="{date}">
<head>{n}. Telegram From the Embassy in Ruritania to the Department of State<note n="1">Source: Files of the Office.
Please disregard this note.</note></head>
<opener><dateline><placeName>Strelsau</placeName>, <date>March {n % 28 + 1}, 1952, 7 p.m.</date></dateline></opener>
<p>{1000 + n}. For the Secretary. Please inform <persName corresp="#p_M1">Marlow</persName><note n="2">He was
abroad.</note> before Friday that the note <pb n="{n + 7}"/>has been delivered to the Chancellor. {body}</p>
<p>You should not speak to the press about this matter.</p>
<closer><signed><persName>Rassendyll</persName></signed></closer>
</div>"""


def tei_volume(documents: Iterable[str]) -> bytes:
    """A volume with front matter, a compilation and a chapter around its documents."""
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<TEI {TEI}><teiHeader><fileDesc><titleStmt><title>A volume</title></titleStmt></fileDesc></teiHeader><text>
<front><div type="section"><head>Preface</head><p>Please read this preface.</p></div></front>
<body><div type="compilation"><head>Ruritania</head><div type="chapter"><head>The note</head><pb n="7"/>
{"".join(documents)}</div></div></body></text></TEI>""".encode()


def pdf(pages: Iterable[Sequence[str]], encrypted: bool = False) -> bytes:
    """A PDF with a text layer: the lines of each page, an empty one for more space between two."""
    objects: list[bytes] = [b"", b"", b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    kids = []
    for lines in pages:
        shown = "".join(
            f"BT /F1 11 Tf 72 {760 - n * LINE} Td ({escape_pdf(line)}) Tj ET\n" for n, line in enumerate(lines) if line
        ).encode("latin-1")
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(shown), shown))
        content = len(objects)
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R >> >> >>" % content
        )
        kids.append(len(objects))
    objects[0] = b"<< /Type /Catalog /Pages 2 0 R >>"
    objects[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(kids), b" ".join(b"%d 0 R" % kid for kid in kids))
    trailer = b""
    if encrypted:
        key = b"41" * 32
        objects.append(b"<< /Filter /Standard /V 1 /R 2 /P -4 /O <%s> /U <%s> >>" % (key, key))
        trailer = b"/Encrypt %d 0 R /ID [<00> <00>]" % len(objects)
    out = io.BytesIO()
    out.write(b"%PDF-1.4\n")
    places = []
    for n, data in enumerate(objects, 1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (n, data))
    table = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.writelines(b"%010d 00000 n \n" % place for place in places)
    out.write(b"trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, trailer, table))
    return out.getvalue()


def escape_pdf(line: str) -> str:
    """A line inside the brackets of a PDF string."""
    return line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def docx(paragraphs: Iterable[str], more: str = "") -> bytes:
    """A Word document of these paragraphs; `more` is markup at its end."""
    body = "".join(f'<w:p><w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>' for text in paragraphs)
    xml = f'<w:document xmlns:w="{WORD}"><w:body>{body}{more}</w:body></w:document>'
    return zipped({"[Content_Types].xml": b"<Types/>", "word/document.xml": xml.encode()})


def zipped(files: Mapping[str, bytes]) -> bytes:
    """A zip of these files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()
