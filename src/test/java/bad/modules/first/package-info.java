@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
package bad.modules.first;
