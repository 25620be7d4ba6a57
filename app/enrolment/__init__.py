"""Participants: who they are, their permit, household and mapping, and their target group."""
