"""The desk: what an editor has to do next, and drafts to begin with."""
