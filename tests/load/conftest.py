"""What tests of several loaders share."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture(scope="session")
def office() -> ModuleType:
    """Return the module that makes Word and OpenDocument files."""
    path = Path(__file__).parents[2] / "bench" / "office_files.py"
    spec = importlib.util.spec_from_file_location("office_files", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
