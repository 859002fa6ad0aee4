package io.tenantry.api.appdata;

import io.tenantry.api.support.Surface;

/** The app keys' surface, for tests of what all surfaces share. */
public final class Surfaces {

  private Surfaces() {}

  public static Surface appKeys() {
    return new AppKeysSurface();
  }
}
