"""What a covered area will look like: its flat cells as a tiny picture, one pixel a cell, from a smaller copy of the photo."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QIODevice, QSize, Qt
from PySide6.QtGui import QColor, QImage, QImageReader

from organizer.store.covering import Box, cells, tone

MOST_SIDE = 2400
"""Of the copy that is worked on, in pixels."""


def load(data: bytes) -> QImage:
    """The photo, scaled down while it is decoded where it is large. May be called on any thread."""
    buffer = QBuffer()
    buffer.setData(data)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    size = reader.size()
    longer = max(size.width(), size.height())
    if longer > MOST_SIDE:
        reader.setScaledSize(QSize(*(max(1, side * MOST_SIDE // longer) for side in (size.width(), size.height()))))
    return reader.read()


def mosaic(image: QImage, box: Box, scale: float) -> QImage:
    """The cells of an area, in the tones they are saved in. `scale`: pixels of `image` for one of the photo."""
    found = cells(box.width, box.height)
    across = sum(cell.top == 0 for cell in found)
    part = image.copy(
        round(box.left * scale), round(box.top * scale), *(max(1, round(n * scale)) for n in (box.width, box.height))
    )
    small = part.convertToFormat(QImage.Format.Format_RGB32).scaled(
        across, len(found) // across, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
    places = [(x, y) for y in range(small.height()) for x in range(small.width())]
    means = {place: small.pixelColor(*place).getRgb()[:3] for place in places}  # type: ignore[index]
    whole = [sum(mean[channel] for mean in means.values()) / len(means) for channel in range(3)]
    for (x, y), mean in means.items():
        small.setPixelColor(x, y, QColor(*tone(mean, whole)))
    return small
