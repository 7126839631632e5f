/** Benchmarks: they measure and print, they assert nothing. The README says how to run them. */
@org.jspecify.annotations.NullMarked
package org.tandem.benchmark;
