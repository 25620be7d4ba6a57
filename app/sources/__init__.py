"""Official data from outside: what others decide and publish, with its source."""
