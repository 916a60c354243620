"""What the charts are made of, added up by SQLite over its indexes; `room` is the way in."""
