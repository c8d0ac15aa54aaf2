"""How fast briefgen is beside what else an analyst could use. `docs/bench.md` says what is measured, and how."""
