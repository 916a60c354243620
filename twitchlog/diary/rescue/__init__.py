"""What is left of a damaged diary, read page by page as SQLite's file format lays it out.

Formats: https://sqlite.org/fileformat2.html; sealed pages: SQLCipher 4's design.
"""
