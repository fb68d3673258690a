package bad.modules.second;

/** Lives in a module without any declaration. */
public class Neighbour {}
