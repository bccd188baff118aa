"""Trains the two small networks whose event files are in runs/ (see README.md).

Usage: python make_runs.py FOLDER
"""

import os
import sys

os.environ["CUDA_VISIBLE_DEVICES"] = ""
os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import numpy as np
import tensorflow as tf
from sklearn.datasets import load_digits
from sklearn.metrics import confusion_matrix
from sklearn.model_selection import train_test_split
from tensorboard.plugins.hparams import api as hparams

SEED = 7
EPOCHS = 30
BATCH = 48
HIDDEN = 64
PICTURED_EPOCHS = (1, 3, 10, 30)


def data():
    digits = load_digits()
    x = (digits.data / 16.0).astype("float32")
    return train_test_split(x, digits.target, test_size=0.25, random_state=SEED, stratify=digits.target)


def network():
    init = [tf.keras.initializers.GlorotUniform(seed=SEED + i) for i in range(2)]
    return tf.keras.Sequential([
        tf.keras.Input((64,)),
        tf.keras.layers.Dense(HIDDEN, activation="relu", name="hidden", kernel_initializer=init[0]),
        tf.keras.layers.Dense(10, name="output", kernel_initializer=init[1]),
    ])


def picture(figure):
    """A matplotlib figure as the image that tf.summary takes."""
    figure.canvas.draw()
    pixels = np.asarray(figure.canvas.buffer_rgba())[..., :3].copy()
    plt.close(figure)
    return pixels[np.newaxis]


def confusion(truth, guess):
    matrix = confusion_matrix(truth, guess, labels=range(10))
    figure, axes = plt.subplots(figsize=(3.2, 3.2), dpi=100, layout="constrained")
    axes.imshow(np.sqrt(matrix), cmap="Blues")
    for row in range(10):
        for column in range(10):
            if matrix[row, column]:
                axes.text(column, row, matrix[row, column], ha="center", va="center", fontsize=7,
                          color="white" if matrix[row, column] > matrix.max() / 3 else "black")
    axes.set_xticks(range(10))
    axes.set_yticks(range(10))
    axes.tick_params(length=0, labelsize=8)
    axes.set_xlabel("predicted", fontsize=8)
    axes.set_ylabel("true", fontsize=8)
    return picture(figure)


def predictions(x, truth, guess):
    # The first digits that are read wrong, then some that are read right.
    order = np.concatenate([np.flatnonzero(truth != guess), np.flatnonzero(truth == guess)])[:12]
    figure, grid = plt.subplots(2, 6, figsize=(4.2, 1.9), dpi=100, layout="constrained")
    for axes, i in zip(grid.flat, order):
        right = truth[i] == guess[i]
        axes.imshow(x[i].reshape(8, 8), cmap="gray_r")
        axes.set_xticks([])
        axes.set_yticks([])
        axes.set_title(f"{guess[i]}" if right else f"{guess[i]} (is {truth[i]})", fontsize=8,
                       color="#1a7f37" if right else "#cf222e")
    return picture(figure)


def train(folder, peak):
    x_train, x_val, y_train, y_val = data()
    model = network()
    steps = EPOCHS * (len(x_train) // BATCH)
    schedule = tf.keras.optimizers.schedules.CosineDecay(0.0, steps - steps // 20, warmup_target=peak,
                                                         warmup_steps=steps // 20)
    optimizer = tf.keras.optimizers.SGD(schedule, momentum=0.9)
    loss_of = tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    shuffle = np.random.default_rng(SEED)

    @tf.function
    def train_step(x, y):
        with tf.GradientTape() as tape:
            logits = model(x, training=True)
            loss = loss_of(y, logits)
        gradients = tape.gradient(loss, model.trainable_variables)
        optimizer.apply_gradients(zip(gradients, model.trainable_variables))
        return loss, tf.linalg.global_norm(gradients)

    def validate(epoch, step):
        logits = model(x_val, training=False)
        guess = np.argmax(logits, axis=1)
        tf.summary.scalar("val/loss", loss_of(y_val, logits), step=step)
        tf.summary.scalar("val/accuracy", np.mean(guess == y_val), step=step)
        if epoch in PICTURED_EPOCHS:
            tf.summary.image("confusion matrix", confusion(y_val, guess), step=step)
            tf.summary.image("predictions", predictions(x_val, y_val, guess), step=step)
        if epoch in (1, 2) or epoch % 5 == 0:
            for layer in model.layers:
                tf.summary.histogram(f"weights/{layer.name}", layer.kernel, step=step, buckets=40)

    with tf.summary.create_file_writer(folder).as_default():
        hparams.hparams({"lr": peak, "optimizer": "SGD, momentum 0.9", "schedule": "warm-up, cosine",
                         "batch_size": BATCH, "hidden": HIDDEN, "epochs": EPOCHS, "seed": SEED})
        tf.summary.text("about", f"Two layers, **{HIDDEN} hidden units**, on the 1,797 handwritten digits of "
                                 f"scikit-learn (8×8 pixels). Peak learning rate `{peak}`.", step=0)
        step = 0
        for epoch in range(1, EPOCHS + 1):
            order = shuffle.permutation(len(x_train))
            for start in range(0, len(order) - BATCH + 1, BATCH):
                chosen = order[start:start + BATCH]
                loss, norm = train_step(x_train[chosen], y_train[chosen])
                tf.summary.scalar("train/loss", loss, step=step)
                if step % 4 == 0:
                    tf.summary.scalar("train/grad_norm", norm, step=step)
                    tf.summary.scalar("lr", schedule(step), step=step)
                step += 1
            validate(epoch, step - 1)


def main(folder):
    for peak in (0.1, 0.01):
        tf.keras.utils.set_random_seed(SEED)
        train(os.path.join(folder, f"lr-{peak}"), peak)


main(sys.argv[1])
