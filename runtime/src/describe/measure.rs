//! How deep and how wide a graph with regions is.

use super::GraphInfo;
use super::closure::Closure;

/// The numbers of one region.
#[derive(Clone, Copy)]
pub(super) struct Measure {
    pub(super) depth: usize,
    pub(super) width: usize,
}

impl GraphInfo {
    /// Of a region, or of the body: a node weighs as much as the heaviest of its regions, at least one.
    pub(super) fn measure(&self, region: Option<usize>) -> Measure {
        let ids: Vec<usize> = self.nodes_in(region).map(|node| node.id()).collect();
        let inner = ids.iter().map(|&id| self.measure_inside(id));
        let (depths, widths): (Vec<usize>, Vec<usize>) = inner.map(|inner| (inner.depth, inner.width)).unzip();
        let at = |id: usize| ids.binary_search(&id);
        let edges = self.hazards.iter().filter(|edge| !edge.carried);
        let closure = Closure::new(ids.len(), edges.filter_map(|edge| Some((at(edge.from).ok()?, at(edge.to).ok()?))));
        Measure { depth: closure.depth(&depths), width: closure.width(&widths) }
    }

    fn measure_inside(&self, node: usize) -> Measure {
        let regions = self.regions_of(node).map(|region| self.measure(Some(region.id())));
        regions.fold(Measure { depth: 1, width: 1 }, |most, one| Measure {
            depth: most.depth.max(one.depth),
            width: most.width.max(one.width),
        })
    }
}
