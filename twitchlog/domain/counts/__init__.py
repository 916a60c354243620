"""What the diary adds up for the charts, one module a chart."""
