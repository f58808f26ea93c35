"""PDF files built byte by byte."""

from __future__ import annotations

from collections.abc import Sequence


def build_pdf(pages: Sequence[Sequence[str]], *, info: str = "", trailer: str = "") -> bytes:
    """Return a PDF of pages of lines, in Helvetica; `info` goes into its information dictionary."""
    numbers = range(5, 5 + 2 * len(pages), 2)
    kids = " ".join(f"{number} 0 R" for number in numbers)
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        f"<< /Producer (tests) /CreationDate (D:20240101120000Z) {info} >>",
    ]
    for number, lines in zip(numbers, pages, strict=True):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {number + 1} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>"
        )
        shown = " ".join(f"({line}) Tj T*" for line in lines)
        stream = f"BT /F1 12 Tf 14 TL 72 770 Td {shown} ET"
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
    return assemble(objects, trailer)


def assemble(objects: Sequence[str], trailer: str) -> bytes:
    """Return the file of these objects with its table of offsets."""
    data = b"%PDF-1.4\n"
    offsets = []
    for number, content in enumerate(objects, start=1):
        offsets.append(len(data))
        data += f"{number} 0 obj\n{content}\nendobj\n".encode("latin-1")
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    size = len(objects) + 1
    end = (
        f"xref\n0 {size}\n0000000000 65535 f \n{table}"
        f"trailer\n<< /Size {size} /Root 1 0 R /Info 4 0 R {trailer} >>\n"
        f"startxref\n{len(data)}\n%%EOF\n"
    )
    return data + end.encode("ascii")
