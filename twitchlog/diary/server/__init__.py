"""The diary on a PostgreSQL server, for those who want one diary on several computers.

Nothing here is imported, nor the server's library, before such a diary is opened.
"""
