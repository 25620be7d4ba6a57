"""What participants say of their own absence, in their own language, and the answer to it."""
