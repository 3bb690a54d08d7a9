package dev.luakit.llb.graph;

import dev.luakit.llb.wire.ProtoWriter;

/**
 * Who a file belongs to. A name is looked up in the file system that the file is put into.
 *
 * @param user the user, or null to leave it
 * @param group the group, or null to leave it
 */
public record Owner(Account user, Account group) {

  /**
   * A user or a group: a name, or a number.
   *
   * @param name the name, or empty where it is a number
   * @param id the number, 0 to 4294967295
   */
  public record Account(String name, long id) {

    public Account {
      if (id < 0 || id > 0xFFFFFFFFL) {
        throw new InvalidGraphException("user or group id " + id + " is not from 0 to 4294967295");
      }
    }

    /**
     * The account of this number.
     *
     * @throws InvalidGraphException if it is not from 0 to 4294967295
     */
    static Account id(long id) {
      return new Account("", id);
    }

    /**
     * The account of this name; digits are its number.
     *
     * @throws InvalidGraphException if the name is empty
     */
    public static Account of(String name) {
      if (name.isEmpty()) {
        throw new InvalidGraphException("a user or group name must not be empty");
      }
      long id = 0;
      for (int i = 0; i < name.length(); i++) {
        int digit = name.charAt(i) - '0';
        if (digit < 0 || digit > 9) {
          return new Account(name, 0);
        }
        id = Math.min(id * 10 + digit, 1L << 32);
      }
      return id(id);
    }

    private void write(ProtoWriter out, int field, int base) {
      int account = out.begin(field);
      if (name.isEmpty()) {
        out.present(2, id);
      } else {
        int named = out.begin(1);
        out.string(1, "the owner's name", name);
        out.integer(2, base);
        out.end(named);
      }
      out.end(account);
    }

    private String format() {
      return name.isEmpty() ? Long.toString(id) : name;
    }
  }

  /**
   * Reads {@code user}, {@code user:group} or {@code :group}, where {@code root} is the number 0,
   * so that it needs no user database.
   *
   * @throws InvalidGraphException if both are empty, or there are more parts
   */
  public static Owner parse(String text) {
    int colon = text.indexOf(':');
    String user = colon < 0 ? text : text.substring(0, colon);
    String group = colon < 0 ? "" : text.substring(colon + 1);
    if (group.indexOf(':') >= 0) {
      throw new InvalidGraphException("owner \"" + text + "\" has more parts than user and group");
    }
    if (user.isEmpty() && group.isEmpty()) {
      throw new InvalidGraphException("owner \"" + text + "\" names neither a user nor a group");
    }
    return new Owner(part(user), part(group));
  }

  private static Account part(String text) {
    if (text.isEmpty()) {
      return null;
    }
    return text.equals("root") ? Account.id(0) : Account.of(text);
  }

  /** Writes the owner, whose names are looked up in the operation's input {@code base}. */
  void write(ProtoWriter out, int field, int base) {
    int owner = out.begin(field);
    if (user != null) {
      user.write(out, 1, base);
    }
    if (group != null) {
      group.write(out, 2, base);
    }
    out.end(owner);
  }

  /** The owner as {@code user:group}. */
  String format() {
    return (user == null ? "" : user.format()) + (group == null ? "" : ":" + group.format());
  }
}
