package dev.luakit.llb.graph;

/**
 * A device that a command gets, by the Container Device Interface (CDI).
 *
 * @param name the device's full name, such as {@code vendor.com/gpu=0}
 * @param optional whether the command runs without it where there is none
 */
public record Device(String name, boolean optional) {

  public Device {
    if (name.isEmpty()) {
      throw new InvalidGraphException("the name of a device must not be empty");
    }
  }
}
