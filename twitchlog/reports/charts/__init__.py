"""Charts: what to draw (plain data), the figure, the picture."""
