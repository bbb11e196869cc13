"""Preflight: every sheet in every layout, language and length of content, looked at as a print shop looks at a file."""
