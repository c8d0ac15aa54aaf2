"""What a claim says, and what the passages that it rests on say: quantities, dates, names for all and for some, denials
and reserves, in the languages that have a lexicon."""
