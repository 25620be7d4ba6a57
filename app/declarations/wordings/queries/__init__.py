"""Reading the texts as a municipality has them."""
