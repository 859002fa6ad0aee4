package io.tenantry.api.tenants;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tenantry.api.support.Caller;
import io.tenantry.api.support.Envelope;
import io.tenantry.api.support.JsonStream;
import io.tenantry.api.support.Limits;
import io.tenantry.api.support.Serves;
import io.tenantry.api.support.Unreadable;
import io.tenantry.tenant.FindTenant;
import io.tenantry.tenant.ListTenants;
import io.tenantry.tenant.ListTenantsAfter;
import io.tenantry.tenant.TenantStatus;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Many tenants. */
@RestController
@Tag(name = "Tenants")
@RequestMapping(path = "/api/v1/tenants", produces = MediaType.APPLICATION_JSON_VALUE)
class TenantListsApi {

  private static final int LARGEST_PAGE = 1000;
  private static final int PAGE = 100;
  private static final String BEFORE = "{\"success\":true,\"data\":{\"items\":[";

  private final TenantReader reader;

  TenantListsApi(TenantReader reader) {
    this.reader = reader;
  }

  /**
   * A page, when one is asked for; else all of them, for the clients that know no pages. A tenant's
   * key finds its own tenant alone.
   */
  @GetMapping
  @Operation(
      operationId = "listTenants",
      summary = "List tenants",
      description =
          "By id. Without both parameters all of them, in one answer. A tenant's key finds its own tenant.")
  @Serves(FindTenant.class)
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = TenantPageEnvelope.class)))
  Object list(
      @RequestParam(required = false)
          @Schema(minimum = "1", maximum = "2147483647", defaultValue = "1")
          @Nullable Integer page,
      @RequestParam(name = "page_size", required = false)
          @Schema(minimum = "1", maximum = "" + LARGEST_PAGE, defaultValue = "" + PAGE)
          @Nullable Integer pageSize,
      Caller caller) {
    var own = caller.ownTenant();
    boolean all = page == null && pageSize == null;
    if (all && own == null) {
      return JsonStream.of(
          BEFORE,
          reader.all(caller),
          count -> "],\"total\":" + count + ",\"page\":1,\"page_size\":" + count + "}}");
    }
    int wanted = page(page);
    int size = all ? 1 : pageSize(pageSize);
    var found =
        own == null
            ? reader.page(new ListTenants(null, null, null, wanted, size), caller)
            : reader.alone(own.id(), wanted, size, caller);
    return Envelope.of(found);
  }

  @GetMapping("/all")
  @Operation(
      operationId = "listAllTenants",
      summary = "List all tenants",
      description = "Streamed. The operator's.")
  @Serves(ListTenantsAfter.class)
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = TenantItemsEnvelope.class)))
  JsonStream all(Caller caller) {
    return JsonStream.of(BEFORE, reader.all(caller), count -> "]}}");
  }

  @GetMapping("/search")
  @Operation(
      operationId = "searchTenants",
      summary = "Search tenants",
      description = "Conditions are joined by and; an empty one is none. The operator's.")
  @Serves(ListTenants.class)
  Envelope<TenantPage> search(
      @RequestParam(required = false)
          @Schema(description = "Part of the name, slug or description, in any case.")
          @Nullable String keyword,
      @RequestParam(name = "tenant_id", required = false) @Nullable Long tenantId,
      @RequestParam(required = false) @Schema(allowableValues = {"", "active", "inactive"})
          @Nullable String status,
      @RequestParam(required = false)
          @Schema(minimum = "1", maximum = "2147483647", defaultValue = "1")
          @Nullable Integer page,
      @RequestParam(name = "page_size", required = false)
          @Schema(minimum = "1", maximum = "" + LARGEST_PAGE, defaultValue = "" + PAGE)
          @Nullable Integer pageSize,
      Caller caller) {
    return Envelope.of(
        reader.page(
            new ListTenants(keyword, tenantId, status(status), page(page), pageSize(pageSize)),
            caller));
  }

  private static int page(@Nullable Integer page) {
    return Limits.between("page", page, 1, Integer.MAX_VALUE, 1);
  }

  private static int pageSize(@Nullable Integer pageSize) {
    return Limits.between("page_size", pageSize, 1, LARGEST_PAGE, PAGE);
  }

  private static @Nullable TenantStatus status(@Nullable String word) {
    if (word == null || word.isEmpty()) {
      return null;
    }
    var status = TenantStatus.of(word);
    if (status == null) {
      throw Unreadable.because("status", "must be active or inactive");
    }
    return status;
  }
}
