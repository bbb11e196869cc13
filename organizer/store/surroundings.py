"""Where a file lies, as far as that endangers it: on a network drive, or in a folder that a cloud service copies."""

from __future__ import annotations

import sys
from pathlib import Path

from organizer.i18n import _

_CLOUDS = {
    "dropbox": "Dropbox",
    "onedrive": "OneDrive",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "icloud drive": "iCloud Drive",
    "mobile documents": "iCloud Drive",
    "pcloud": "pCloud",
    "megasync": "MEGA",
    "syncthing": "Syncthing",
}
_NETWORKS = frozenset(
    {"nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "9p", "fuse.sshfs", "fuse.rclone", "davfs", "afpfs", "webdav"}
)
_MOUNTS = Path("/proc/mounts")


def warning(path: Path) -> str | None:
    """What to say before a file is made or opened there; None when the place is safe as far as can be seen."""
    real = path.absolute()
    cloud = _cloud_of(real)
    if cloud:
        return _(
            "This folder is copied by {cloud}. Two computers writing into one file can damage it: "
            "keep the file in another folder, and put backups here instead."
        ).format(cloud=cloud)
    if _is_on_a_network(real):
        return _(
            "This is a network drive. If the connection breaks while the file is open, it can be damaged: keep the file on this "
            "computer, and put backups there instead."
        )
    return None


def _cloud_of(path: Path) -> str | None:
    """The service whose folder this is in. "OneDrive - Union" and "Dropbox (Union)" are folders of those services too."""
    for part in path.parts:
        for begins, name in _CLOUDS.items():
            rest = part.lower().removeprefix(begins)
            if rest != part.lower() and (not rest or not rest[0].isalpha()):
                return name
    return None


def _is_on_a_network(path: Path) -> bool:
    if sys.platform == "win32":
        return _is_on_a_windows_network(path)
    try:
        lines = _MOUNTS.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return False
    mounts = {point.replace("\\040", " "): system for _device, point, system, *_rest in map(str.split, lines)}
    nearest = next((str(folder) for folder in path.parents if str(folder) in mounts), "/")
    return mounts.get(nearest, "") in _NETWORKS


def _is_on_a_windows_network(path: Path) -> bool:
    import ctypes

    remote = 4
    shared = path.drive.startswith("\\\\")
    return shared or getattr(ctypes, "windll").kernel32.GetDriveTypeW(path.anchor) == remote  # noqa: B009 - only on Windows
