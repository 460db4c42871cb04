"""Documents from the top to the bottom: displays, sentences and comments into the steps of derivations."""
