"""What the words of the diary mean; standard library only."""
