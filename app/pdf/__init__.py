"""HTML to PDF: accessible, archivable, repeatable. Knows no feature and no database."""
