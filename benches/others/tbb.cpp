// oneTBB: a flow graph of `continue_node`s, one for each node, built once; a run starts the sources and waits for all.
#include <tbb/flow_graph.h>
#include <tbb/global_control.h>

#include <memory>

#include "graphs.hpp"

using tbb::flow::continue_msg;
using tbb::flow::continue_node;

struct Flow {
    tbb::flow::graph graph;
    std::vector<std::unique_ptr<continue_node<continue_msg>>> nodes;
    std::vector<continue_node<continue_msg>*> sources;

    explicit Flow(Program& program) {
        for (int node = 0; node < program.graph.size(); ++node) {
            auto body = [&program, node](const continue_msg&) { program.run_node(node); };
            nodes.push_back(std::make_unique<continue_node<continue_msg>>(graph, body));
            for (int input : program.graph.inputs[node]) tbb::flow::make_edge(*nodes[input], *nodes[node]);
            if (program.graph.inputs[node].empty()) sources.push_back(nodes[node].get());
        }
    }

    void run() {
        for (auto* source : sources) source->try_put(continue_msg());
        graph.wait_for_all();
    }
};

int main(int, char** arguments) {
    tbb::global_control limit(tbb::global_control::max_allowed_parallelism, threads());
    measure("oneTBB", arguments[1], [](Program& program) {
        auto flow = std::make_shared<Flow>(program);
        return [flow] { flow->run(); };
    });
}
