package io.tenantry.kernel;

import io.tenantry.kernel.AllowedTo.Least;
import io.tenantry.kernel.Authority.OfOperator;
import io.tenantry.kernel.Authority.OfSystem;
import io.tenantry.kernel.Authority.OfTenantKey;
import java.util.Locale;

/** Decides by the rules that commands and queries bear. */
public final class Rights {

  private Rights() {}

  /**
   * @throws Refusal TENANT_NOT_FOUND for a key of another tenant, which learns nothing; FORBIDDEN
   *     for one whose right is too small
   */
  public static void require(Object message, Authority by) {
    if (by instanceof OfTenantKey key
        && message instanceof OfTenant scoped
        && !scoped.concernsOnly(key.tenantId())) {
      throw Refusal.noSuchTenant();
    }
    Class<?> type = message.getClass();
    require(type, by);
    if (by instanceof OfTenantKey && !(message instanceof OfTenant)) {
      throw new IllegalStateException(
          type.getName() + " is allowed to tenants' keys and does not say whose it is");
    }
  }

  /**
   * The same for a message that is not there yet, without asking whose it is.
   *
   * @throws Refusal FORBIDDEN
   */
  public static void require(Class<?> messageType, Authority by) {
    Least least = least(messageType);
    boolean allowed =
        switch (by) {
          case OfSystem s -> true;
          case OfOperator o -> least != Least.SYSTEM;
          case OfTenantKey key -> isEnough(key.role(), least);
        };
    if (!allowed) {
      throw Refusal.of(
          RefusalCode.FORBIDDEN,
          least.compareTo(Least.OPERATOR) < 0
              ? "this needs the role " + least.name().toLowerCase(Locale.ROOT)
              : "this is the operator's to do");
    }
  }

  /**
   * @throws IllegalStateException when the type has no rule
   */
  public static Least least(Class<?> messageType) {
    AllowedTo rule = messageType.getAnnotation(AllowedTo.class);
    if (rule == null) {
      throw new IllegalStateException(messageType.getName() + " does not say who may send it");
    }
    return rule.value();
  }

  private static boolean isEnough(Role role, Least least) {
    return switch (least) {
      case VIEWER -> true;
      case CONTRIBUTOR -> role != Role.VIEWER;
      case ADMIN -> role == Role.ADMIN;
      case OPERATOR, SYSTEM -> false;
    };
  }
}
