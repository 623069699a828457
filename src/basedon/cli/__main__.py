"""`python -m basedon.cli` is `basedon`."""

from basedon.cli import main

if __name__ == "__main__":
    main()
