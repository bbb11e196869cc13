"""Verbs over several records, one transaction each."""
