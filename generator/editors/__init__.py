"""For editors: what they have to do next, and drafts to begin with."""
