/**
 * The product feedback board: what agents learn from customers about the product, grouped into themes within a minute, for those who
 * make the product.
 */
@NullMarked
package org.tandem.desk.board;

import org.jspecify.annotations.NullMarked;
