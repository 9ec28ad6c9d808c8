// The work of a node for Dask: called through ctypes, which lets go of the interpreter's lock meanwhile.
#include "graphs.hpp"

extern "C" uint64_t work(uint64_t steps, uint64_t start) { return spin(steps, start); }
