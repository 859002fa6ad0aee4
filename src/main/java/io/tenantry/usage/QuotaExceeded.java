package io.tenantry.usage;

import io.tenantry.kernel.Refusal;
import io.tenantry.kernel.RefusalCode;
import java.util.Map;

/** What is told to whom the quota leaves too little. */
public final class QuotaExceeded {

  private QuotaExceeded() {}

  /**
   * @param used bytes that the tenant stores
   * @param quota bytes that it may store
   * @param needed bytes that it would have stored beside
   */
  public static Refusal refusal(long used, long quota, long needed) {
    return Refusal.counted(
        RefusalCode.QUOTA_EXCEEDED,
        "the tenant stores %d of %d bytes and cannot store %d more".formatted(used, quota, needed),
        Map.of(
            "storage_quota", quota,
            "storage_used", used,
            "storage_needed", needed));
  }
}
