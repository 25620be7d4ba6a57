"""The acts and regulations that the rules rest on. Names of statutes stay Norwegian."""

from app.rules.law.provision import LegalSource

_LOVDATA = "https://lovdata.no"

INTEGRERINGSLOVEN = LegalSource("il", "integreringsloven", f"{_LOVDATA}/lov/2020-11-06-127")
INTEGRERINGSFORSKRIFTEN = LegalSource(
    "if", "integreringsforskriften", f"{_LOVDATA}/forskrift/2020-12-15-2912"
)
COUPLE_RATE_REGULATION = LegalSource(
    "FOR-2024-06-25-1215",
    "forskrift 25. juni 2024 nr. 1215",
    f"{_LOVDATA}/forskrift/2024-06-25-1215",
)
BASE_AMOUNT_REGULATION_2026 = LegalSource(
    "FOR-2026-05-22-869", "forskrift 22. mai 2026 nr. 869", f"{_LOVDATA}/forskrift/2026-05-22-869"
)
REFORM_ACT_2025 = LegalSource(
    "LOV-2025-06-20-35", "lov 20. juni 2025 nr. 35", f"{_LOVDATA}/lov/2025-06-20-35"
)
CHAPTER_6_A_REGULATION = LegalSource(
    "FOR-2026-06-12-1077",
    "forskrift 12. juni 2026 nr. 1077",
    f"{_LOVDATA}/forskrift/2026-06-12-1077",
)
DECLARATION_ACT = LegalSource(
    "LOV-2026-06-12-23", "lov 12. juni 2026 nr. 23", f"{_LOVDATA}/lov/2026-06-12-23"
)
FOLKETRYGDLOVEN = LegalSource("ftrl", "folketrygdloven", f"{_LOVDATA}/lov/1997-02-28-19")
FOLKEREGISTERFORSKRIFTEN = LegalSource(
    "folkeregisterforskriften", "folkeregisterforskriften", f"{_LOVDATA}/forskrift/2017-07-14-1201"
)
FORVALTNINGSLOVEN = LegalSource("fvl", "forvaltningsloven", f"{_LOVDATA}/lov/1967-02-10")
DOMSTOLLOVEN = LegalSource("dl", "domstolloven", f"{_LOVDATA}/lov/1915-08-13-5")
EFORVALTNINGSFORSKRIFTEN = LegalSource(
    "efv", "eForvaltningsforskriften", f"{_LOVDATA}/forskrift/2004-06-25-988"
)
