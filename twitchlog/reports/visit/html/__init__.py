"""The page as one HTML file: no script, nothing loaded, for a screen, a reader aloud and paper."""

from twitchlog.reports.visit.html.page import write_html

__all__ = ["write_html"]
