"""Official data from outside, brought into the portal's own types."""
