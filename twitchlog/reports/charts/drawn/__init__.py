"""Draw the charts: the only modules that import matplotlib."""
