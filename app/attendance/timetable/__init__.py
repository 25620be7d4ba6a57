"""Around the weekly meetings: rooms, closed days, exceptions, copies and conflicts."""
