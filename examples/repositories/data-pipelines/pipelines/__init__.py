"""Pipelines: one module a source."""
