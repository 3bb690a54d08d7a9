/**
 * Advice for somebody whose script has failed: what was probably meant, and what to write instead.
 * It is made of the message and the script's text when a failure is shown, never while a script
 * runs. What is not certain is left unsaid: no advice is better than a wrong one.
 */
package dev.luakit.llb.advice;
