"""The charts one by one: numbers of the diary, told in words and as data to draw."""
