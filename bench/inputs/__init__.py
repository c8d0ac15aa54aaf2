"""What the peers are fed: the Document that briefgen composes, said in their own languages."""
