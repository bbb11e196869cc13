"""The command line as a process of its own: exit codes, streams, and what it loads."""

import subprocess
import sys
from pathlib import Path

CODE = "import sys\nfrom organizer.cli import main\nsys.exit(main())"


def organizer(*words: object, data: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([sys.executable, "-c", CODE, *map(str, words)], input=data, capture_output=True, check=False)


def test_help_and_version_come_without_the_heavy_libraries() -> None:
    code = "import sys\nfrom organizer.cli import main\ntry:\n    main(['--help'])\nexcept SystemExit:\n    pass\n"
    heavy = (
        "('sqlalchemy', 'reportlab', 'alembic', 'uharfbuzz', 'PIL', 'PySide6', 'babel', 'organizer.exchange', 'organizer.sheets')"
    )
    done = subprocess.run(
        [sys.executable, "-c", f"{code}print([name for name in {heavy} if name in sys.modules])"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stdout.splitlines()[-1] == "[]"


def test_a_passphrase_on_standard_input_opens_what_it_made(tmp_path: Path) -> None:
    path = tmp_path / "branch.organizer"
    made = organizer("new", path, "--passphrase-file", "-", data=b"kettle anchor\n")
    assert (made.returncode, made.stderr) == (0, b"")
    assert organizer("check", path, "--passphrase-file", "-", data=b"kettle anchor\n").returncode == 0
    refused = organizer("check", path, "--passphrase-file", "-", data=b"wrong\n")
    assert refused.returncode == 2 and refused.stdout == b"" and b"Traceback" not in refused.stderr


def test_a_reader_that_goes_away_ends_the_list_in_silence(tmp_path: Path) -> None:
    path = tmp_path / "plain.organizer"
    organizer("new", path, "--plain", "--sample")
    with subprocess.Popen(
        [sys.executable, "-c", CODE, "list", str(path), "letters"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as listing:
        assert listing.stdout is not None and listing.stderr is not None
        listing.stdout.readline()
        listing.stdout.close()
        assert b"Traceback" not in listing.stderr.read()
