"""Small edits with which a refuted statement would hold."""
