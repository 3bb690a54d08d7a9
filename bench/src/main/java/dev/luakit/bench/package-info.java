/** What evaluating costs, measured with JMH; nothing of the product may depend on it. */
package dev.luakit.bench;
