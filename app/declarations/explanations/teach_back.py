"""The questions by which a person says in her own words what she understood. Data, no logic.

Open questions, one for each thing that the paper is about; answering them is of her own choice.
"""

from typing import Any

from app.i18n.text import lazy_gettext as _l

QUESTIONS: dict[str, Any] = {
    "about": _l("Hva handler papiret om?"),
    "own_part": _l("Hva skal du selv gjøre i programmet?"),
    "if_not": _l("Hva kan du gjøre hvis du er uenig eller ikke forstår?"),
}
"""Id and sentence, in the order in which they are asked. An id is never given to another question:
answers are stored with it."""
