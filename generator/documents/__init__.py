"""Documents: what printed documents are made of; so far their font."""
