// What the programs of this folder share: the shapes, the work of a node, the measuring. It prints a line for each batch,
// `system shape nodes grain serial time`, times in nanoseconds for a call; `run` makes tables of them.
#pragma once

#include <chrono>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <iostream>
#include <sstream>
#include <string>
#include <vector>

// As `benches/peers/dag.rs` has it: the inputs of each node are before it.
struct Graph {
    std::string name;
    std::vector<std::vector<int>> inputs;
    std::vector<int> outputs;

    int size() const { return static_cast<int>(inputs.size()); }
};

inline std::vector<Graph> read_graphs(const char* path) {
    std::ifstream file(path);
    auto numbers = [&file] {
        std::string line;
        std::getline(file, line);
        std::istringstream words(line);
        std::vector<int> all;
        for (int number; words >> number;) all.push_back(number);
        return all;
    };
    std::vector<Graph> graphs;
    std::string word;
    for (int nodes; file >> word;) {
        Graph graph;
        file >> graph.name >> nodes;
        numbers();  // the end of the line
        for (int node = 0; node < nodes; ++node) graph.inputs.push_back(numbers());
        graph.outputs = numbers();
        graphs.push_back(graph);
    }
    return graphs;
}

// As `benches/peers/kernel.rs` has it.
[[gnu::noinline]] inline uint64_t spin(uint64_t steps, uint64_t start) {
    asm volatile("" : "+r"(start));
    uint64_t x = start ^ 0x9e3779b97f4a7c15;
    for (uint64_t step = 0; step < steps; ++step) x = (x ^ (x >> 29)) * 0xbf58476d1ce4e5b9;
    return x ^ (x >> 32);
}

// One run of a graph after the other: nodes write to `values`, whoever orders them.
struct Program {
    const Graph& graph;
    uint64_t steps;
    std::vector<uint64_t> values;

    Program(const Graph& graph, uint64_t steps) : graph(graph), steps(steps), values(graph.size()) {}

    void run_node(int node) {
        uint64_t sum = graph.inputs[node].empty() ? 42 + static_cast<uint64_t>(node) : 0;
        for (int input : graph.inputs[node]) sum += values[input];
        values[node] = spin(steps, sum);
    }

    uint64_t result() const {
        uint64_t result = 0;
        for (int output : graph.outputs) result ^= values[output];
        return result;
    }
};

inline double steps_per_ns() {
    const uint64_t steps = 1000000;
    double fastest = INFINITY;
    for (int time = 0; time < 20; ++time) {
        auto start = std::chrono::steady_clock::now();
        volatile uint64_t result = spin(steps, 1);
        (void)result;
        std::chrono::duration<double, std::nano> taken = std::chrono::steady_clock::now() - start;
        fastest = std::min(fastest, taken.count());
    }
    return steps / fastest;
}

// The time of a call, in nanoseconds, over 5 ms after 5 ms to warm up; ends the program on a wrong result.
inline double time_of_call(const std::function<uint64_t()>& call, uint64_t expected) {
    double calls = 0;
    std::chrono::duration<double, std::nano> taken{};
    for (int warm = 0; warm < 2; ++warm) {
        calls = 0;
        auto start = std::chrono::steady_clock::now();
        do {
            if (call() != expected) {
                std::cerr << "a run does not return what the serial program returns\n";
                std::exit(1);
            }
            calls += 1;
            taken = std::chrono::steady_clock::now() - start;
        } while (taken.count() < 5e6);
    }
    return taken.count() / calls;
}

inline int threads() {
    return std::atoi(std::getenv("SUPERSCALAR_THREADS"));
}

// `make` makes, from a program, what runs it in parallel once; making it is not measured.
template <typename Make>
void measure(const char* system, const char* path, Make make) {
    const double grains[] = {0, 30, 100, 300, 1000, 3000, 10000, 30000, 100000};
    const double steps_each_ns = steps_per_ns();
    for (const Graph& graph : read_graphs(path)) {
        for (double grain : grains) {
            uint64_t steps = std::llround(grain * steps_each_ns);
            Program alone(graph, steps), shared(graph, steps);
            auto serial = [&] {
                for (int node = 0; node < graph.size(); ++node) alone.run_node(node);
                return alone.result();
            };
            auto run = make(shared);
            auto parallel = [&] {
                run();
                return shared.result();
            };
            uint64_t expected = serial();
            for (int batch = 0; batch < 7; ++batch) {
                double time_serial = time_of_call(serial, expected), time = time_of_call(parallel, expected);
                std::printf("%s %s %d %g %g %g\n", system, graph.name.c_str(), graph.size(), grain, time_serial, time);
            }
        }
    }
}
