"""What a term is made of: nodes, domains of symbols, the table of functions; terms put into terms."""
