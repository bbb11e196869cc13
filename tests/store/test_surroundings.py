"""A warning comes where a cloud service or a network might damage the file, and nowhere else."""

from __future__ import annotations

from pathlib import Path

import pytest

from organizer.store import surroundings

MOUNTS = """\
/dev/sda1 / ext4 rw 0 0
server:/branch /mnt/branch\\040files nfs4 rw 0 0
//nas/share /media/nas cifs rw 0 0
/dev/sdb1 /media/stick vfat rw 0 0
"""


@pytest.fixture(autouse=True)
def mounts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    table = tmp_path / "mounts"
    table.write_text(MOUNTS)
    monkeypatch.setattr(surroundings, "_MOUNTS", table)


@pytest.mark.parametrize(
    ("folder", "cloud"),
    [
        ("/home/anna/Dropbox", "Dropbox"),
        ("/home/anna/Dropbox (Union)/campaign", "Dropbox"),
        ("/Users/anna/OneDrive - Union", "OneDrive"),
        ("/home/anna/Nextcloud/x", "Nextcloud"),
        ("/Users/anna/Library/Mobile Documents/x", "iCloud Drive"),
    ],
)
def test_a_folder_that_a_cloud_copies_is_warned_of_by_name(folder: str, cloud: str) -> None:
    assert f"copied by {cloud}." in (surroundings.warning(Path(folder) / "branch.organizer") or "")


@pytest.mark.parametrize("folder", ["/mnt/branch files/x", "/media/nas"])
def test_a_network_drive_is_warned_of(folder: str) -> None:
    assert "network drive" in (surroundings.warning(Path(folder) / "branch.organizer") or "")


@pytest.mark.parametrize("folder", ["/home/anna", "/media/stick/x", "/home/anna/Dropboxes", "/"])
def test_other_folders_are_left_in_peace(folder: str) -> None:

    assert surroundings.warning(Path(folder) / "branch.organizer") is None
