"""Fleet: all counties of a province, each built from its folder and the common content."""
