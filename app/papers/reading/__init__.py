"""Reading stacks of scanned paper: each page, what its square says, and whether it is signed.

No database and no web framework: hostile files are opened in a process of their own. Two classes
are for others to use:

- `reader.StackReader().read(content, first=1) -> Iterator[ReadPage]` gives page by page. It raises
  `CannotReadStack` before the first page or not at all: after that, each page of the file comes,
  if only as a broken one.
- `ink_reader.InkReader().read(picture, issued_pdf, page, boxes) -> dict[str, Ink]` says, for an
  aligned picture and the boxes of that page (as in `IssuedDocument.boxes`), which are signed. It
  keeps one process, as `PdfRenderer` does; close it.
"""
