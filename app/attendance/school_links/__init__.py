"""A link with which a school without a file tells who was away; a person takes it in."""
