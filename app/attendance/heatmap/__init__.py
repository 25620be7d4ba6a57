"""Oppmøte som bilde: a group week by week, and a participant's year day by day."""
