"""Reading batches, and whom one could print for."""
