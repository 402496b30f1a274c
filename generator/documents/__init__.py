"""Documents: what is said, arranged in blocks, becomes Word, slides, sheets, PDF and pictures."""
