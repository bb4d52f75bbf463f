"""Cables and findings in, tables, records and explanations out."""
