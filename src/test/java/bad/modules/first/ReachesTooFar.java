package bad.modules.first;

import bad.modules.second.Neighbour;

/** Uses a module that its own does not allow. */
public class ReachesTooFar {
    Neighbour neighbour = new Neighbour();
}
