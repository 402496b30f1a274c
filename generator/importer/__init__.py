"""Importer: next year's document as it comes, read into what a person can check."""
