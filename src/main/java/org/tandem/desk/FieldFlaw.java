package org.tandem.desk;

/**
 * What is wrong with what was filled in.
 *
 * @param field the path of the field, as the form has it
 * @param sentence what is wrong and how it would be right, with the label of the field
 */
public record FieldFlaw(String field, String sentence) {}
