"""Start TwitchLog from a source tree."""

import sys

from twitchlog.app import main

if __name__ == "__main__":
    sys.exit(main())
