"""Lets pytest import the training modules by name from anywhere."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
