"""What the import of a page is measured against: the same cells, taken out with BeautifulSoup.

usage: beautifulsoup.py PAGE REPETITIONS

Prints the fastest time for one page in seconds and the number of cells with a number, for each
parser that is installed: `html.parser 0.0278 200`. Exits with 3 where BeautifulSoup is missing.
"""

import importlib.util
import sys
import time

try:
    from bs4 import BeautifulSoup
except ImportError:
    sys.exit(3)


def grid(table):
    """The texts of a table by row and column, merged cells in every place that they cover."""
    cells = {}
    for row, tr in enumerate(table.find_all("tr")):
        column = 0
        for cell in tr.find_all(["td", "th"]):
            while (row, column) in cells:
                column += 1
            text = cell.get_text(strip=True)
            for down in range(int(cell.get("rowspan", 1))):
                for right in range(int(cell.get("colspan", 1))):
                    cells[row + down, column + right] = (text, down == 0 and right == 0)
    return cells


def numbers(page, parser):
    """How many cells of the tables have a number."""
    tables = BeautifulSoup(page, parser).find_all("table")
    texts = (cell for table in tables for cell in grid(table).values())
    return sum(1 for text, first in texts if first and text.isdigit())


def main(path, repetitions):
    with open(path, "rb") as file:
        page = file.read()
    for parser in ["html.parser", "lxml"]:
        if parser == "lxml" and importlib.util.find_spec("lxml") is None:
            continue
        fastest = float("inf")
        for _ in range(int(repetitions)):
            start = time.perf_counter()
            count = numbers(page, parser)
            fastest = min(fastest, time.perf_counter() - start)
        print(f"{parser} {fastest:.6f} {count}")


if __name__ == "__main__":
    main(*sys.argv[1:])
