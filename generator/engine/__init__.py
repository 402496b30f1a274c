"""Engine: pages become a static site. The only part of the house that knows MkDocs."""
