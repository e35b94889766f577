#!/usr/bin/env python3
"""Arranges the units of a map as tiles of a grid, each near where it lies.

    tools/tiles.py MAP_FROM CENTROIDS.csv >> data/thanh-hoa/tiles.csv

CENTROIDS has the columns code, name, longitude, latitude. Prints `map_from,code,column,row` with
row 0 in the north. The assignment is the one with the least sum of squared shifts (shortest
augmenting paths), so the same input gives the same tiles.
"""
import csv
import math
import sys

# A degree of longitude is shorter than one of latitude by the cosine of the latitude.
SPARE = 1.35  # cells a unit, so that the coast keeps its shape


def assign(cost):
    """Columns of the cheapest assignment of rows to columns; not more rows than columns."""
    rows, columns = len(cost), len(cost[0])
    row_price = [0.0] * (rows + 1)
    column_price = [0.0] * (columns + 1)
    owner = [0] * (columns + 1)
    for row in range(1, rows + 1):
        owner[0] = row
        column = 0
        least = [math.inf] * (columns + 1)
        seen = [False] * (columns + 1)
        came_from = [0] * (columns + 1)
        while owner[column]:
            seen[column] = True
            current, delta, following = owner[column], math.inf, 0
            for j in range(1, columns + 1):
                if seen[j]:
                    continue
                reduced = cost[current - 1][j - 1] - row_price[current] - column_price[j]
                if reduced < least[j]:
                    least[j], came_from[j] = reduced, column
                if least[j] < delta:
                    delta, following = least[j], j
            for j in range(columns + 1):
                if seen[j]:
                    row_price[owner[j]] += delta
                    column_price[j] -= delta
                else:
                    least[j] -= delta
            column = following
        while column:
            owner[column] = owner[came_from[column]]
            column = came_from[column]
    result = [0] * rows
    for column in range(1, columns + 1):
        if owner[column]:
            result[owner[column] - 1] = column - 1
    return result


def main():
    map_from, path = sys.argv[1:]
    with open(path, encoding="utf-8") as file:
        units = [(row["code"], float(row["longitude"]), float(row["latitude"]))
                 for row in csv.DictReader(file)]
    squeeze = math.cos(math.radians(sum(unit[2] for unit in units) / len(units)))
    xs = [unit[1] * squeeze for unit in units]
    ys = [-unit[2] for unit in units]
    wide, high = max(xs) - min(xs), max(ys) - min(ys)
    columns = round(math.sqrt(len(units) * SPARE * wide / high))
    rows = math.ceil(len(units) * SPARE / columns)
    places = [((x - min(xs)) / wide * (columns - 1), (y - min(ys)) / high * (rows - 1))
              for x, y in zip(xs, ys)]
    cells = [(column, row) for row in range(rows) for column in range(columns)]
    cost = [[(x - column) ** 2 + (y - row) ** 2 for column, row in cells] for x, y in places]
    for unit, cell in zip(units, assign(cost)):
        print(f"{map_from},{unit[0]},{cells[cell][0]},{cells[cell][1]}")


if __name__ == "__main__":
    main()
