//! The largest flow through a network, by Dinic's algorithm (1970), in whole numbers.

/// A capacity that is never reached.
pub(super) const UNLIMITED: i128 = i128::MAX / 4;

/// A pipe and, at the next number, its way back.
#[derive(Clone, Copy, Debug)]
struct Pipe {
    to: usize,
    left: i128,
}

/// Nodes and pipes between them; node 0 is the source, node 1 the drain.
#[derive(Clone, Debug)]
pub(super) struct Network {
    pipes: Vec<Pipe>,
    /// The pipes that leave each node.
    from: Vec<Vec<usize>>,
    /// How many pipes each node is away from the source.
    distance: Vec<usize>,
    /// The first pipe of each node that may still lead on.
    next: Vec<usize>,
}

pub(super) const SOURCE: usize = 0;
pub(super) const DRAIN: usize = 1;
const FAR: usize = usize::MAX;

impl Network {
    pub(super) fn new(nodes: usize) -> Self {
        Self {
            pipes: Vec::new(),
            from: vec![Vec::new(); nodes],
            distance: vec![FAR; nodes],
            next: vec![0; nodes],
        }
    }

    pub(super) fn connect(&mut self, from: usize, to: usize, capacity: i128) {
        self.from[from].push(self.pipes.len());
        self.pipes.push(Pipe { to, left: capacity });
        self.from[to].push(self.pipes.len());
        self.pipes.push(Pipe { to: from, left: 0 });
    }

    /// The largest flow from source to drain.
    pub(super) fn fill(&mut self) -> i128 {
        let mut flow = 0;
        while self.measure() {
            self.next.fill(0);
            loop {
                let pushed = self.push(SOURCE, UNLIMITED);
                if pushed == 0 {
                    break;
                }
                flow += pushed;
            }
        }
        flow
    }

    /// After [`Self::fill`]: whether more could flow from the source to this node.
    pub(super) fn is_reached(&self, node: usize) -> bool {
        self.distance[node] != FAR
    }

    /// Measures distances; whether the drain is reached.
    fn measure(&mut self) -> bool {
        self.distance.fill(FAR);
        self.distance[SOURCE] = 0;
        let mut queue = std::collections::VecDeque::from([SOURCE]);
        while let Some(node) = queue.pop_front() {
            for &pipe in &self.from[node] {
                let Pipe { to, left } = self.pipes[pipe];
                if left > 0 && self.distance[to] == FAR {
                    self.distance[to] = self.distance[node] + 1;
                    queue.push_back(to);
                }
            }
        }
        self.distance[DRAIN] != FAR
    }

    /// Pushes at most so much from a node towards the drain, along one shortest way.
    fn push(&mut self, node: usize, most: i128) -> i128 {
        if node == DRAIN {
            return most;
        }
        while let Some(&pipe) = self.from[node].get(self.next[node]) {
            let Pipe { to, left } = self.pipes[pipe];
            if left > 0 && self.distance[to] == self.distance[node] + 1 {
                let pushed = self.push(to, most.min(left));
                if pushed > 0 {
                    self.pipes[pipe].left -= pushed;
                    self.pipes[pipe ^ 1].left += pushed;
                    return pushed;
                }
            }
            self.next[node] += 1;
        }
        0
    }
}
