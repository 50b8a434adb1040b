"""Currencies."""

from .source import currencies

__all__ = ["currencies"]
