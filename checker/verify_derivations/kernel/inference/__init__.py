"""The values of terms as elements of the field, lemma by lemma, each held to its rule of inference."""
