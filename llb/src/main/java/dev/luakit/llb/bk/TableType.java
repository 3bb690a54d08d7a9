package dev.luakit.llb.bk;

import dev.luakit.vm.LuaTable;

/**
 * A type whose values are, or may be, tables with fields of their own.
 *
 * @param <T> what a value is read to
 */
abstract class TableType<T> extends ValueType<T> {
  private final String className;
  private final Option<?>[] fields;

  /**
   * Declares a type.
   *
   * @param className the table's type for the Lua language server, such as {@code bk.Owner}
   */
  TableType(String description, String annotation, String className, Option<?>... fields) {
    super(description, annotation);
    this.className = className;
    this.fields = fields;
  }

  final String className() {
    return className;
  }

  final Option<?>[] fields() {
    return fields;
  }

  @Override
  final TableType<?> table() {
    return this;
  }

  /** The table, whose keys are all names of fields, and which has those that must be given. */
  final LuaTable table(Object value, Place place) {
    String[] names = new String[fields.length];
    for (int i = 0; i < names.length; i++) {
      names[i] = fields[i].name();
    }
    LuaTable table = place.fields(value, description(), names);
    for (int i = 0; i < names.length; i++) {
      if (fields[i].byDefault().isEmpty() && table.get(names[i]) == null) {
        throw place.error("must have the field " + names[i]);
      }
    }
    return table;
  }

  /** The value of a field, {@code null} where it is not given. */
  static <F> F get(LuaTable table, Option<F> field, Place place) {
    Object value = table.get(field.name());
    place.countText(value);
    return value == null ? null : field.type().read(value, place.field(field.name()));
  }

  static <F> F get(LuaTable table, Option<F> field, F otherwise, Place place) {
    F value = get(table, field, place);
    return value == null ? otherwise : value;
  }
}
