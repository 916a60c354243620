"""The commands of the command line, a few a module; none of them imports kivy."""
