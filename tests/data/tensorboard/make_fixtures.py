"""Writes the event files of this folder (see README.md). Run in an empty folder; needs tensorflow-cpu, tensorboardX,
soundfile and pillow. The values are what tests/core/services/*.cpp expect."""

import os

import numpy as np
import tensorflow as tf
from tensorboard.plugins.hparams import api as hparams
from tensorboardX import SummaryWriter
from tensorflow.core.framework import tensor_pb2

os.environ["TZ"] = "UTC"


def tensorflow2(folder):
    writer = tf.summary.create_file_writer(folder)
    with writer.as_default():
        hparams.hparams({"lr": 0.01, "optimizer": "adam", "nesterov": True, "layers": 3})
        for step in range(10):
            loss = [1.0, 0.5, float("nan"), 0.25, float("inf"), 0.125, 0.1, -float("inf"), 0.05, 0.04][step]
            tf.summary.scalar("loss", loss, step=step)
        for step in (0, 5):
            image = tf.constant(np.linspace(0, 1, 2 * 4 * 6 * 3).reshape(2, 4, 6, 3), tf.float32)
            tf.summary.image("samples", image, step=step, max_outputs=2)
            tf.summary.histogram("weights", tf.constant(np.arange(100, dtype=np.float32)), step=step, buckets=10)
            tf.summary.text("notes", f"step **{step}**", step=step)
            tone = np.sin(np.arange(80) / 5).reshape(1, 80, 1).astype(np.float32)
            tf.summary.audio("tone", tone, sample_rate=800, step=step)
    writer.close()


def pytorch_form(folder):
    with SummaryWriter(folder) as writer:
        for step in range(5):
            writer.add_scalar("train/loss", 1 / (step + 1), step)
            writer.add_scalar("val/acc", step / 10, step)
        writer.add_image("digit", np.full((3, 4, 6), 128, np.uint8), 3)
        writer.add_histogram("weights", np.arange(100), 3, bins=[0, 25, 50, 100])
        writer.add_text("notes", "a *text*", 3)
        writer.add_audio("tone", np.sin(np.arange(80) / 5), 3, sample_rate=800)
        writer.add_hparams({"lr": 0.1, "arch": "mlp"}, {"final": 0.9}, name="trial")


def every_number_type(folder):
    types = [tf.float16, tf.bfloat16, tf.float32, tf.float64, tf.int8, tf.uint8, tf.int16, tf.uint16, tf.int32,
             tf.uint32, tf.int64, tf.uint64, tf.bool]
    with tf.io.TFRecordWriter(os.path.join(folder, "events.out.tfevents.1700000000.types")) as writer:
        writer.write(tf.compat.v1.Event(wall_time=1.7e9, file_version="brain.Event:2").SerializeToString())
        for dtype in types:
            number = np.array(1 if dtype == tf.bool else 96, dtype.as_numpy_dtype)
            listed = tf.make_tensor_proto(number, dtype=dtype)
            packed = tensor_pb2.TensorProto(dtype=listed.dtype, tensor_shape=listed.tensor_shape,
                                            tensor_content=number.tobytes())
            for form, tensor in (("listed", listed), ("packed", packed)):
                summary = tf.compat.v1.Summary()
                value = summary.value.add(tag=f"{dtype.name}/{form}", tensor=tensor)
                value.metadata.plugin_data.plugin_name = "scalars"
                event = tf.compat.v1.Event(wall_time=1.7e9, step=7, summary=summary)
                writer.write(event.SerializeToString())


def restart(folder):
    """A session to step 9, then one that starts again from step 5, and one that names its start (torch's purge_step)."""
    for name, steps, level, start in (("1700000000.a", range(10), 1.0, None), ("1700000100.b", range(5, 8), 2.0, None),
                                      ("1700000200.c", range(7, 9), 3.0, 6)):
        with tf.io.TFRecordWriter(os.path.join(folder, f"events.out.tfevents.{name}")) as writer:
            wall = float(name[:10])
            writer.write(tf.compat.v1.Event(wall_time=wall, file_version="brain.Event:2").SerializeToString())
            if start is not None:
                log = tf.compat.v1.SessionLog(status=tf.compat.v1.SessionLog.START)
                writer.write(tf.compat.v1.Event(wall_time=wall, step=start, session_log=log).SerializeToString())
            for step in steps:
                summary = tf.compat.v1.Summary()
                summary.value.add(tag="loss", simple_value=level)
                if name.endswith("a"):
                    summary.value.add(tag="only/first", simple_value=step)
                event = tf.compat.v1.Event(wall_time=wall + step, step=step, summary=summary)
                writer.write(event.SerializeToString())


for make in (tensorflow2, pytorch_form, every_number_type, restart):
    target = make.__name__
    os.makedirs(target)
    make(target)
