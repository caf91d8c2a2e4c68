"""The register is found by option, by environment, or upwards."""

from pathlib import Path

import pytest

from cicareg.errors import CicaregError
from cicareg.storage.locating import locate
from tests.support import write


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write(tmp_path)


def test_the_register_is_found_upwards_by_option_and_by_environment(root: Path, tmp_path: Path) -> None:
    deep = root / "registry" / "areas"
    assert locate(None, {}, deep) == root
    assert locate(root, {}, Path("/")) == root
    assert locate(root / "registry", {}, Path("/")) == root
    assert locate(None, {"CICAREG_REGISTRY": str(root)}, Path("/")) == root
    other = write(tmp_path / "other")
    assert locate(other, {"CICAREG_REGISTRY": str(root)}, deep) == other


def test_no_register_is_said_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(CicaregError, match=r"no register in .*: there is no registry/registry\.yaml"):
        locate(tmp_path, {}, tmp_path)
    with pytest.raises(CicaregError, match="no register here or above"):
        locate(None, {}, tmp_path)
