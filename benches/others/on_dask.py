"""Dask: one `delayed` call for each node, made once; a run is `dask.compute` on threads.

Prints the lines that `graphs.hpp` tells of. Each node calls the same compiled loop as the other systems do, through
ctypes, in the serial program too.
"""

import ctypes
import os
import sys
import time
from functools import reduce

import dask

SHAPES = ["chain", "diamond", "tree", "wavefront", "random"]
GRAINS = [0, 1e3, 3e3, 1e4, 3e4, 1e5, 3e5, 1e6]
MASK = 2**64 - 1

library = ctypes.CDLL(sys.argv[2])
library.work.restype = ctypes.c_uint64
library.work.argtypes = [ctypes.c_uint64, ctypes.c_uint64]


def read_graphs(path):
    with open(path) as file:
        for line in file:
            _, name, count = line.split()
            inputs = [[int(word) for word in next(file).split()] for _ in range(int(count))]
            yield name, inputs, [int(word) for word in next(file).split()]


def node(steps, index, *inputs):
    return library.work(steps, sum(inputs) & MASK if inputs else 42 + index)


def run_serial(steps, inputs, outputs):
    values = []
    for index, needed in enumerate(inputs):
        values.append(node(steps, index, *[values[i] for i in needed]))
    return reduce(lambda a, b: a ^ b, [values[i] for i in outputs])


def parallel(steps, inputs, outputs):
    nodes = []
    for index, needed in enumerate(inputs):
        nodes.append(dask.delayed(node, pure=False)(steps, index, *[nodes[i] for i in needed]))
    wanted = [nodes[i] for i in outputs]
    workers = int(os.environ["SUPERSCALAR_THREADS"])

    def run():
        values = dask.compute(*wanted, scheduler="threads", num_workers=workers)
        return reduce(lambda a, b: a ^ b, values)

    return run


def time_of_call(call, expected):
    calls, start = 0, time.perf_counter_ns()
    while True:
        assert call() == expected, "a run does not return what the serial program returns"
        calls += 1
        taken = time.perf_counter_ns() - start
        if taken >= 2e7:
            return taken / calls


def steps_per_ns():
    steps, times = 1_000_000, []
    for _ in range(20):
        start = time.perf_counter_ns()
        library.work(steps, 1)
        times.append(time.perf_counter_ns() - start)
    return steps / min(times)


speed = steps_per_ns()
for name, inputs, outputs in read_graphs(sys.argv[1]):
    if name not in SHAPES:
        continue
    for grain in GRAINS:
        steps = round(grain * speed)
        serial = lambda: run_serial(steps, inputs, outputs)
        run, expected = parallel(steps, inputs, outputs), serial()
        for _ in range(3):
            times = [time_of_call(serial, expected), time_of_call(run, expected)]
            print("Dask", name, len(inputs), grain, *times, flush=True)
