package coop.kumiai.demo;

/**
 * Somebody who may sign in to the demo.
 *
 * @param role what they are there for, in Japanese
 * @param signInPath where they sign in
 */
public record DemoPerson(String name, String role, String email, String signInPath) {}
