"""Make a PDF/A-3a file say that it is PDF/UA-1 too.

WeasyPrint writes the marks of one standard per file. The file meets both, and the second mark has
to stand in the same metadata record as the first: a record of its own is not read by validators.
"""

from typing import Any

VARIANT = "pdf/a-3a"

_UA_MARK = b"""\
<rdf:Description xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" rdf:about="" pdfuaid:part="1"/>
<rdf:Description xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
  xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
  xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#" rdf:about="">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of PDF/UA that the file conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
"""
_END = b"</rdf:RDF>"


def mark_as_accessible(pdf: Any) -> None:
    """Add the PDF/UA mark to the metadata of an unwritten PDF, and leave that uncompressed."""
    number = int(pdf.catalog["Metadata"].split()[0])
    metadata = pdf.objects[number]
    xmp = b"".join(metadata.stream)
    if xmp.count(_END) != 1:
        raise ValueError("the metadata of the PDF has another shape than WeasyPrint 70 gives it")
    metadata.stream = [xmp.replace(_END, _UA_MARK + _END)]
    metadata.compress = False
