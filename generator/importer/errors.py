"""What can be wrong with a document as a whole."""


class SourceError(Exception):
    """Raised where a file is no document that can be read; says why in Chinese."""
