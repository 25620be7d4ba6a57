"""One module per kind of scenario: `answer_<kind>(fields, known_on)`."""
