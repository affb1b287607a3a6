"""The preview: the site as it will be published, with its drafts and its problems, anew after every save.

Nothing of it is written to disk. A build's files are kept in memory and served from there, so that no reader
meets half a build, nothing but the site can be asked for, and no draft comes near `build/`.
"""

from dateline.preview.running import Preview, Round
from dateline.preview.serving import is_loopback

__all__ = ["Preview", "Round", "is_loopback"]
