"""Files into documents: `paths` finds them and gives each to the reader of its kind."""
