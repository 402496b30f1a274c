"""What is known from one run to the next."""
