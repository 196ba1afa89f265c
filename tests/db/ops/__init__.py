"""Schema ``ops``: what it holds, who reads and writes it, and what its functions do."""
