"""One presenter a screen: what a person did, and what the diary says in words; no kivy."""
