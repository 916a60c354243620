"""Numbers from the diary: pure functions over values and arrays."""
