package dev.luakit.grammar.format;

import java.util.List;

/**
 * Text whose line breaks are not decided yet. The parts of a document are immutable and may stand
 * in several others, as the ways to lay something out share what they lay out.
 */
sealed interface Doc {
  /** Nothing. */
  Doc EMPTY = new Sequence(List.of(), new Traits(true, false, false, false, false));

  /** A space, which is not written where the line ends behind it. */
  Doc SPACE = new Text(" ");

  /** Where a line may end, with a space where it does not. */
  Doc LINE = new Break(Break.Kind.SPACE, false);

  /** Where a line may end, with nothing where it does not. */
  Doc SOFT_LINE = new Break(Break.Kind.NOTHING, false);

  /** Where a line ends. */
  Doc HARD_LINE = new Break(Break.Kind.ALWAYS, false);

  /** Where a line ends, and an empty one follows. */
  Doc BLANK_LINE = new Break(Break.Kind.ALWAYS, true);

  /** What is known of a document before it is laid out. */
  Traits traits();

  /**
   * What is known of a document.
   *
   * @param blank whether it has no text but comments that wait for the end of their line
   * @param open whether a comment is behind its last text, which the next text must not follow on
   *     the same line
   * @param broken whether such a comment is before one of its texts, so that a line has to end
   *     inside, outside of all groups
   * @param multiline whether a line ends inside wherever it stands
   * @param hanging whether that is a line of an expression, which goes on with an operator or a
   *     call on the next one: what is around it has to show where it ends
   */
  record Traits(boolean blank, boolean open, boolean broken, boolean multiline, boolean hanging) {
    static final Traits TEXT = new Traits(false, false, false, false, false);

    static Traits of(List<Doc> parts) {
      boolean blank = true;
      boolean open = false;
      boolean broken = false;
      boolean multiline = false;
      boolean hanging = false;
      for (Doc part : parts) {
        Traits traits = part.traits();
        broken |= traits.broken() || open && !traits.blank();
        open = traits.open() || open && traits.blank();
        blank &= traits.blank();
        multiline |= traits.multiline();
        hanging |= traits.hanging();
      }
      return new Traits(blank, open, broken, multiline, hanging);
    }

    Traits hangs(boolean hanging) {
      return new Traits(blank, open, broken, multiline, hanging);
    }
  }

  /**
   * Text as it stands. A line break in it, as long strings and comments may have, is not followed
   * by indentation.
   */
  record Text(String text) implements Doc {
    @Override
    public Traits traits() {
      return Traits.TEXT;
    }
  }

  /**
   * A comment in brackets between other text; it waits behind others that wait for their line's
   * end.
   */
  record InlineComment(String text) implements Doc {
    @Override
    public Traits traits() {
      return Traits.TEXT;
    }
  }

  /** A comment that goes to the end of the line that it is on. */
  record EndComment(String text) implements Doc {
    private static final Traits TRAITS = new Traits(true, true, false, false, false);

    @Override
    public Traits traits() {
      return TRAITS;
    }
  }

  /**
   * A comment on a line of its own.
   *
   * @param blankBefore whether an empty line is kept before it
   */
  record CommentLine(String text, boolean blankBefore) implements Doc {
    private static final Traits TRAITS = new Traits(false, true, false, true, false);

    @Override
    public Traits traits() {
      return TRAITS;
    }
  }

  /**
   * A place for a line's end.
   *
   * @param blank whether an empty line follows where a line ends
   */
  record Break(Kind kind, boolean blank) implements Doc {
    private static final Traits MAYBE = new Traits(true, false, false, false, false);
    private static final Traits SURE = new Traits(true, false, false, true, false);

    /** What stands there if no line ends. */
    enum Kind {
      NOTHING,
      SPACE,
      /** A line always ends. */
      ALWAYS
    }

    @Override
    public Traits traits() {
      return kind == Kind.ALWAYS ? SURE : MAYBE;
    }
  }

  /** Text that stands there only where the lines of the group around it end. */
  record IfBroken(String text) implements Doc {
    private static final Traits TRAITS = new Traits(true, false, false, false, false);

    @Override
    public Traits traits() {
      return TRAITS;
    }
  }

  /** One after the other. */
  record Sequence(List<Doc> parts, Traits traits) implements Doc {}

  /**
   * With one more level of indentation.
   *
   * @param always whether also where the group around it is on one line: then a table's or a
   *     function's lines, which are in it, are indented too
   */
  record Indent(Doc content, boolean always, Traits traits) implements Doc {}

  /**
   * All on one line if it fits, else with all line ends that are in it but not in a group within.
   *
   * @param broken whether the lines end in any case
   */
  record Group(Doc content, boolean broken, Traits traits) implements Doc {
    /** The same, with its lines ended in any case. */
    Group opened() {
      return broken ? this : group(content, true);
    }
  }

  /** The first of several layouts of which the first line fits, else the last. */
  record Choice(List<Doc> layouts, Traits traits) implements Doc {}

  /** Whole lines, such as a function's, whose ends do not depend on what is around them. */
  record Lines(Doc content, Traits traits) implements Doc {}

  static Doc text(String text) {
    return new Text(text);
  }

  static Doc sequence(Doc... parts) {
    return sequence(List.of(parts));
  }

  static Doc sequence(List<Doc> parts) {
    return new Sequence(List.copyOf(parts), Traits.of(parts));
  }

  static Doc indent(Doc... parts) {
    Doc content = parts.length == 1 ? parts[0] : sequence(parts);
    return new Indent(content, true, content.traits());
  }

  /** With one more level of indentation, where the lines of the group around it end. */
  static Doc indentBroken(Doc content) {
    return new Indent(content, false, content.traits());
  }

  static Group group(Doc content) {
    return group(content, false);
  }

  static Group group(Doc content, boolean broken) {
    Traits inner = content.traits();
    boolean sure = broken || inner.broken();
    return new Group(
        content,
        sure,
        new Traits(inner.blank(), inner.open(), false, sure || inner.multiline(), false));
  }

  /** A group of operands, whose lines end before operators. */
  static Group operation(Doc content) {
    boolean hanging = content.traits().broken() || content.traits().hanging();
    Group group = group(content, hanging);
    return new Group(content, group.broken(), group.traits().hangs(hanging));
  }

  /** Calls that begin lines. */
  static Doc hanging(Doc calls) {
    return new Sequence(List.of(calls), calls.traits().hangs(true));
  }

  static Doc choice(List<Doc> layouts) {
    return layouts.size() == 1
        ? layouts.getFirst()
        : new Choice(List.copyOf(layouts), layouts.getFirst().traits());
  }

  static Doc lines(Doc content) {
    Traits inner = content.traits();
    return new Lines(
        content, new Traits(inner.blank(), inner.open(), false, inner.multiline(), false));
  }
}
