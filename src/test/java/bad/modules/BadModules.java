package bad.modules;

/** The root of two modules that break the rules of modules, so that their check is seen to fail. */
@org.springframework.modulith.Modulithic
public class BadModules {}
