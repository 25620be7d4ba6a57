"""Law as code: pure functions from facts to assessments, dated and cited.

Imports the standard library and `app.core` only. No clock, no session, no user text.
"""
