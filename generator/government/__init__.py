"""Government: what counties' sites must show that are part of a government's, and their portals."""
