"""Makers that are asked again only where what they read has changed."""
