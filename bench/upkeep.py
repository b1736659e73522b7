"""What is done to all matters at once: python -m bench.upkeep N [--db postgresql] [--only sweep,board,split,recompute]

The due sweep beside a plain UPDATE of the rows it changes; the board beside its own statements and beside a plain
count; the page that splits minutes, beside itself with fewer duties; open dates worked out anew after a new table of
holidays beside a plain update of the same rows. CPU of this process and of the database's, the median of three, each
rolled back; the ratios are of one and the same run.
"""

import argparse
import json

from bench import machine, served
from bench.run import _place as place


def main() -> None:
    parser = argparse.ArgumentParser(prog="bench.upkeep")
    parser.add_argument(
        "count", type=int, help="matters, all open for sweep and recompute, as in D(N) for the board"
    )
    parser.add_argument("--db", choices=("sqlite", "postgresql"), default="sqlite")
    parser.add_argument("--only", default="board,split,sweep,recompute")
    chosen = parser.parse_args()
    print(f"{chosen.count} matters on {chosen.db}; load average before: {machine.load()}")
    with place(chosen.db) as (surroundings, _folder, _postgres):
        told = served.script(surroundings, "bench.upkeep_inside", str(chosen.count), chosen.only)
    for what, facts in told.items():
        print(what, json.dumps(facts, ensure_ascii=False))
    print(f"load average after: {machine.load()}")


if __name__ == "__main__":
    main()
