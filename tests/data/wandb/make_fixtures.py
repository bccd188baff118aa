"""Writes run directories with the installed wandb, and what wandb's own reader finds in them. See README.md.

    python make_fixtures.py write FOLDER        runs into FOLDER/wandb; any wandb since 0.16
    python make_fixtures.py read FOLDER WHEEL   FOLDER/expected.json; WHEEL: of wandb 0.19, the last with a reader in Python

The second is written without a look at Plotleaf's reader: framing by wandb.sdk.internal.datastore, records by
wandb.proto, what they mean by wandb's own words (run.log, run.summary, define_metric).
"""

import hashlib
import json
import math
import os
import pathlib
import re
import shutil
import sys
import time
import types
import wave
import zipfile


# --- writing ---------------------------------------------------------------------------------------------------------

def settings(wandb):
    quick = wandb.__version__ < "0.18"
    if quick:
        return wandb.Settings(_disable_meta=True, _stats_sample_rate_seconds=0.1, _stats_samples_to_average=1,
                              host="lab", silent="true", save_code=False)
    return wandb.Settings(x_disable_meta=True, x_stats_sampling_interval=0.1, host="lab", silent=True,
                          save_code=False)


def picture(wandb, numpy, shade, caption=None):
    return wandb.Image(numpy.full((2, 3, 3), shade, dtype=numpy.uint8), caption=caption)


def sound(wandb, folder, number, caption=None):
    path = folder / f"beep{number}.wav"
    with wave.open(str(path), "wb") as file:
        file.setparams((1, 2, 8000, 0, "NONE", ""))
        file.writeframes(bytes([number]) * 40)
    return wandb.Audio(str(path), caption=caption)


def film(wandb, folder):
    """Any bytes: a film is copied as it is."""
    (folder / "film.webm").write_bytes(b"\x1aE\xdf\xa3 a film")
    (folder / "film.gif").write_bytes(b"GIF89a a moving picture")
    return wandb.Video(str(folder / "film.webm"), format="webm")


def write_full(wandb, numpy, folder):
    config = {"lr": 0.1, "layers": 12, "arch": "vit", "on": True, "nothing": None,
              "optim": {"name": "adam", "betas": [0.9, 0.99], "deep": {"eps": 1e-8}}, "größe": "groß", "gone": 1}
    run = wandb.init(project="fixtures", entity="acme", id="full0001", name="Full run", group="sweep-1",
                     job_type="train", tags=["v2", "prod"], notes="several\nlines", config=config,
                     settings=settings(wandb))
    run.define_metric("epoch", hidden=True)
    run.define_metric("val/*", step_metric="epoch", summary="min,max")
    run.define_metric("acc", summary="max,last")
    for step in range(20):
        row = {"loss": math.exp(-step / 6), "lr": 0.1 / (step + 1), "nested": {"a": step, "b": {"c": -step}},
               "epoch": step // 5, "acc": step / 20 if step < 15 else 0.1, "flag": step % 2 == 0, "word": f"step {step}",
               "whole": 2 ** 53 + step}
        if step % 5 == 0:
            row["val/loss"] = 1 / (step + 1)
        if step == 3:
            row |= {"loss": float("nan"), "lr": float("inf"), "nested": {"a": float("-inf"), "b": {"c": None}}}
        run.log(row)
        print(f"step {step} of 20: größer")
    for step in (20, 21):  # a step in two parts
        run.log({"part/one": step}, step=step, commit=False)
        run.log({"part/two": -step}, step=step)
    run.log({"image": picture(wandb, numpy, 10, "one image"), "nested": {"image": picture(wandb, numpy, 20)}}, step=30)
    run.log({"image": picture(wandb, numpy, 30), "gallery": [picture(wandb, numpy, s, f"no {s}") for s in (1, 2, 3)]})
    run.log({"sound": sound(wandb, folder, 1, "beep"), "sounds": [sound(wandb, folder, n, f"n{n}") for n in (2, 3)]})
    run.log({"page": wandb.Html("<b>bold</b>", inject=False), "film": film(wandb, folder),
             "moving": wandb.Video(str(folder / "film.gif"), format="gif"), "cloud": wandb.Object3D(numpy.eye(3))})
    run.log({"table": wandb.Table(columns=["name", "value", "ok"],
                                  data=[["a", 1, True], ["b", float("nan"), None], ["c, \"d\"", -2.5, False]])})
    run.log({"weights": wandb.Histogram(np_histogram=([5, 0, 7], [-1.0, 0.0, 0.5, 2.0]))})
    run.log({"weights": wandb.Histogram([1, 2, 2, 3], num_bins=4)})
    for percent in range(0, 101, 20):
        print(f"\r{percent:3}% [{'#' * (percent // 20):5}]", end="", flush=True)
    print()
    print("a warning", file=sys.stderr)
    print("\x1b[32mgreen\x1b[0m and \x1b[1mbold\x1b[0m")
    run.config.update({"optim": {"name": "sgd", "momentum": 0.9}, "later": {"x": 1}}, allow_val_change=True)
    run.summary["best"] = {"acc": 0.9, "where": "step 18"}
    run.summary["limit"] = float("inf")
    run.summary["loss"] = 0.125
    time.sleep(0.5)  # some system metrics
    run.finish()


def write_resumed(wandb, _numpy, _folder):
    for begin, end, factor in ((0, 10, 1), (6, 13, 10)):
        run = wandb.init(project="fixtures", id="resumed1", resume="allow", config={"session": factor},
                         settings=settings(wandb))
        for step in range(begin, end):
            run.log({"loss": factor * step, f"only/{factor}": step}, step=step)
        run.finish(exit_code=1 if factor == 1 else 0)
        time.sleep(1.1)  # a directory is named by the second


def write_failed(wandb, _numpy, _folder):
    run = wandb.init(project="fixtures", id="failed01", settings=settings(wandb))
    for step in range(3):
        run.log({"loss": step})
    run.finish(exit_code=3)


def write(folder):
    os.environ.update(WANDB_MODE="offline", WANDB_DIR=str(folder), WANDB_CONSOLE="wrap",
                      WANDB_DATA_DIR="/tmp/wandb-fixtures")
    import numpy
    import wandb
    sources = folder / "sources"
    sources.mkdir(parents=True)
    for part in (write_full, write_resumed, write_failed):
        part(wandb, numpy, sources)
    shutil.rmtree(sources)
    for directory in (folder / "wandb").iterdir():
        if directory.is_symlink() or directory.is_file():
            directory.unlink()
            continue
        for name in ("logs", "tmp", "files/requirements.txt", "files/conda-environment.yaml"):
            shutil.rmtree(directory / name, ignore_errors=True) if (directory / name).is_dir() else (
                (directory / name).unlink(missing_ok=True))


# --- reading back ----------------------------------------------------------------------------------------------------

def records(path, wheel):
    import wandb
    from wandb.proto import wandb_internal_pb2
    wandb._assert_is_internal_process = True
    datastore = types.ModuleType("datastore")
    exec(zipfile.ZipFile(wheel).read("wandb/sdk/internal/datastore.py"), datastore.__dict__)
    store = datastore.DataStore()
    store.open_for_scan(str(path))
    while (data := store.scan_data()) is not None:
        record = wandb_internal_pb2.Record()
        record.ParseFromString(data)
        yield record


def path_of(item):
    return tuple(getattr(item, "nested_key", ())) or (item.key,)


def put(tree, path, value):
    for key in path[:-1]:
        if not isinstance(tree.get(key), dict):
            tree[key] = {}
        tree = tree[key]
    tree[path[-1]] = value


def drop(tree, path):
    for key in path[:-1]:
        tree = tree.get(key, {})
    tree.pop(path[-1], None)


def leaves(tree, prefix=""):
    for key, value in tree.items():
        if isinstance(value, dict) and "_type" not in value:
            yield from leaves(value, prefix + key + ".")
        elif value is not None:
            yield prefix + key, value


def plain(value):
    """As JSON that knows no NaN."""
    if isinstance(value, float) and not math.isfinite(value):
        return "NaN" if math.isnan(value) else "Infinity" if value > 0 else "-Infinity"
    if isinstance(value, list):
        return [plain(element) for element in value]
    if isinstance(value, dict):
        return {key: plain(element) for key, element in value.items()}
    return value


class Run:
    def __init__(self):
        self.about, self.config, self.summary, self.rows, self.system = {}, {}, {}, {}, {}
        self.stats, self.definitions, self.exit = 0, [], None

    def session(self, path, wheel):
        self.exit = None
        for record in records(path, wheel):
            getattr(self, "add_" + record.WhichOneof("record_type"), lambda _: None)(
                getattr(record, record.WhichOneof("record_type")))

    def add_run(self, run):
        started = run.start_time.seconds + run.start_time.nanos / 1e9
        self.about = {"name": run.display_name or run.run_id, "project": run.project, "user": run.entity,
                      "group": run.run_group, "jobType": run.job_type, "notes": run.notes, "tags": list(run.tags),
                      "created": min(started, self.about.get("created", started))}
        self.add_config(run.config)

    def add_config(self, config):
        for item in config.update:
            put(self.config, path_of(item), json.loads(item.value_json))
        for item in config.remove:
            drop(self.config, path_of(item))

    def add_summary(self, summary):
        for item in summary.update:
            put(self.summary, path_of(item), json.loads(item.value_json))
        for item in summary.remove:
            drop(self.summary, path_of(item))

    def add_history(self, history):
        row = {}
        for item in history.item:
            put(row, path_of(item), json.loads(item.value_json))
        step = row.get("_step", history.step.num)
        for name, value in leaves(row):
            if not name.startswith("_"):
                self.rows.setdefault(name, {})[step] = (row["_timestamp"], value)

    def add_stats(self, stats):
        wall = stats.timestamp.seconds + stats.timestamp.nanos / 1e9
        for item in stats.item:
            for name, value in leaves({item.key: json.loads(item.value_json)}):
                self.system.setdefault("system/" + name, []).append((self.stats, wall, value))
        self.stats += 1

    def add_metric(self, metric):
        goals = {0: "none", 1: "minimize", 2: "maximize"}
        self.definitions.append({"name": metric.name or metric.glob_name, "isPattern": bool(metric.glob_name),
                                 "stepMetric": metric.step_metric, "hidden": metric.options.hidden,
                                 "goal": goals[metric.goal]})

    def add_exit(self, exit_record):
        self.exit = exit_record.exit_code

    def expected(self, files):
        samples = {"metrics": {}, "media": {}, "histograms": {}, "tables": {}}
        for name, row in self.rows.items():
            for step, (wall, value) in sorted(row.items()):
                self.sort_in(samples, files, name, step, wall, value)
        for name, row in self.system.items():
            samples["metrics"][name] = [list(point) for point in row]
        return {**self.about, "state": {None: "running", 0: "finished"}.get(self.exit, "failed"),
                "config": {k: v for k, v in leaves(self.config) if not k.startswith("_")},
                "summary": {k: v for k, v in leaves(self.summary) if not k.startswith("_") and not isinstance(v, dict)},
                "definitions": self.definitions, **samples}

    def sort_in(self, samples, files, name, step, wall, value):
        def add(kind, what):
            samples[kind].setdefault(name, []).append([step, wall, what])

        def file(path, caption):
            data = (files / path).read_bytes()
            return {"sha256": hashlib.sha256(data).hexdigest(), "caption": caption or ""}

        if isinstance(value, (bool, int, float)):
            add("metrics", float(value))
        elif isinstance(value, str):
            add("media", [{"text": value, "caption": ""}])
        elif isinstance(value, dict):
            kind = value["_type"]
            if kind in ("image-file", "audio-file", "video-file", "html-file"):
                add("media", [file(value["path"], value.get("caption"))])
            elif kind == "images/separated":
                add("media", [file(p, c) for p, c in zip(value["filenames"], value["captions"])])
            elif kind == "audio":
                add("media", [file(a["path"], c) for a, c in zip(value["audio"], value["captions"])])
            elif kind == "histogram":
                add("histograms", {"counts": value["values"], "edges": value["bins"]})
            elif kind == "table-file":
                table = json.loads((files / value["path"]).read_text())
                add("tables", {"columns": table["columns"], "rows": table["data"]})


def read(folder, wheel):
    runs = {}
    for directory in sorted((folder / "wandb").iterdir(), key=lambda path: path.name.split("-run-")[-1]):
        run_id = directory.name.split("-")[-1]
        run, _ = runs.get(run_id, (Run(), None))
        run.session(next(directory.glob("*.wandb")), wheel)
        runs[run_id] = (run, directory / "files")
    expected = {}
    for run_id, (run, files) in runs.items():
        expected[run_id] = run.expected(files)
        log = files / "output.log"
        if log.exists():
            expected[run_id]["console"] = re.sub("\x1b\\[[0-9;]*m", "", log.read_text()).splitlines()
    (folder / "expected.json").write_text(json.dumps(plain(expected), indent=1, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    if sys.argv[1] == "write":
        write(pathlib.Path(sys.argv[2]).absolute())
    else:
        read(pathlib.Path(sys.argv[2]), sys.argv[3])
