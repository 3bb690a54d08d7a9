/**
 * Advice for somebody whose script has failed: what was probably meant, and what to write instead;
 * and for somebody whose script is in order, and hardly what was meant. It is made of the message,
 * the script's text and its graph when the script has ended, never while it runs. What is not
 * certain is left unsaid: no advice is better than a wrong one.
 */
package dev.luakit.llb.advice;
