"""Drawings of time: the overview strip, the ruler under a date, and how an event's date was read.

All are numbers and words; the templates in `parts/` write the SVG.
"""

from dateline.overview.draw import Overview, draw
from dateline.overview.readings import ReadingFigure, reading_figure
from dateline.overview.rulers import Ruler, ruler

__all__ = ["Overview", "ReadingFigure", "Ruler", "draw", "reading_figure", "ruler"]
