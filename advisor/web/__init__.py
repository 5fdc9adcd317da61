"""Middleware, template tags and error pages that every part of the office shares; no models."""
