"""The page for the doctor: the history questions as data, and its writers."""
