/**
 * The graph of a build as people and programs get to see it: what is shown of it, as a {@link
 * dev.luakit.cli.dag.Dag}, and one class for each form in which that is written. It must never know
 * where that goes.
 */
package dev.luakit.cli.dag;
