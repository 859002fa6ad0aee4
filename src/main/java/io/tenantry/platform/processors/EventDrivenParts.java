package io.tenantry.platform.processors;

import java.util.ArrayList;
import java.util.List;

/** All that is driven by events; one bean, so that the parts are not candidates themselves. */
final class EventDrivenParts {

  private final List<EventDriven> parts = new ArrayList<>();

  void add(EventDriven part) {
    parts.add(part);
  }

  List<EventDriven> all() {
    return List.copyOf(parts);
  }
}
