"""The reports module: patterns, charts and the page for the doctor."""
