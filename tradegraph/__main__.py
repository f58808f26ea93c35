"""`python -m tradegraph` is the command line."""

from tradegraph.cli import main

main()
