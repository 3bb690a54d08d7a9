"""Greets everyone on its command line, in the order of their names."""

import sys

from greeting import greeting


def work(names):
    return [greeting(name) for name in sorted(names)]


if __name__ == "__main__":
    print("\n".join(work(sys.argv[1:])))
