"""TwitchLog: a private diary for muscle twitches."""

__version__ = "0.1.0"
