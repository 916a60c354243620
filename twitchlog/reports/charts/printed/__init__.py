"""The two charts of the page for the doctor, straight to SVG: no page waits for matplotlib."""
