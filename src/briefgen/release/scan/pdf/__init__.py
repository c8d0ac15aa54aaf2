"""PDF, read by pypdf from its first byte to its last. The writer of PDFs has no part in it: it could be wrong."""
