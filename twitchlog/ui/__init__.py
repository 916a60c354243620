"""The face of the program; the only package that imports kivy and kivymd."""
