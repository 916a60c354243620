"""A diary with a password: its key, its file, its photos and backups, sealed with it."""
