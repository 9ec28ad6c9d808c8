// OpenMP: one task for each node, made in program order, with `depend` on its inputs. A run is a parallel region.
#include "graphs.hpp"

static void run(Program& program) {
    uint64_t* values = program.values.data();
#pragma omp parallel num_threads(threads())
#pragma omp single
    for (int node = 0; node < program.graph.size(); ++node) {
        const int* inputs = program.graph.inputs[node].data();
        const int count = static_cast<int>(program.graph.inputs[node].size());
        if (count == 0) {
#pragma omp task firstprivate(node) shared(program) depend(out : values[node])
            program.run_node(node);
        } else {
#pragma omp task firstprivate(node) shared(program) depend(iterator(i = 0 : count), in : values[inputs[i]]) \
    depend(out : values[node])
            program.run_node(node);
        }
    }
}

int main(int, char** arguments) {
    measure("OpenMP", arguments[1], [](Program& program) { return [&program] { run(program); }; });
}
