package io.tenantry.api.appdata;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tenantry.api.support.Caller;
import io.tenantry.api.support.Cursors;
import io.tenantry.api.support.Gives;
import io.tenantry.api.support.JsonStream;
import io.tenantry.api.support.Limits;
import io.tenantry.api.support.Pages;
import io.tenantry.api.support.Queries;
import io.tenantry.api.support.Serves;
import io.tenantry.appdata.ListAppKeys;
import io.tenantry.appdata.ListApplications;
import io.tenantry.kernel.Refusal;
import io.tenantry.kernel.RefusalCode;
import io.tenantry.tenant.TenantView;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Many app keys. A list is whole, as the document has it, unless a page is asked for. */
@RestController
@Tag(name = "App keys")
@RequestMapping(
    path = "/api/v1/tenants/{tenant}/properties/applications",
    produces = MediaType.APPLICATION_JSON_VALUE)
class AppKeyListsApi {

  private static final int LARGEST_PAGE = 1000;
  private static final int PAGE = 100;

  private final Queries queries;
  private final Cursors cursors;

  AppKeyListsApi(Queries queries, Cursors cursors) {
    this.queries = queries;
    this.cursors = cursors;
  }

  @GetMapping
  @Operation(
      operationId = "listApplications",
      summary = "List applications",
      description = "Those that have a key. Whole, unless a page is asked for.")
  @Gives("Link")
  @Serves(ListApplications.class)
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = Applications.class)))
  ResponseEntity<?> applications(
      @RequestParam(required = false)
          @Schema(minimum = "1", maximum = "" + LARGEST_PAGE, defaultValue = "" + PAGE)
          @Nullable Integer limit,
      @RequestParam(required = false)
          @Schema(description = "As the page before has given it.", pattern = Cursors.FORM)
          @Nullable String cursor,
      TenantView tenant,
      Caller caller,
      HttpServletRequest request) {
    long tenantId = tenant.id();
    if (limit == null && cursor == null) {
      var all =
          Pages.<String>all(
              last -> page(tenantId, last == null ? "" : last, caller).applicationIds());
      return whole("{\"applications\":[", all.map(Applications.Application::new));
    }
    var scope = String.valueOf(tenantId);
    int most = Limits.between("limit", limit, 1, LARGEST_PAGE, PAGE);
    var found =
        queries.ask(
            new ListApplications(tenantId, after("applications", scope, cursor), most),
            ListApplications.Result.class,
            caller);
    var ids = found.applicationIds();
    return paged(
            found.more() ? cursors.write("applications", scope, ids.getLast()) : null,
            most,
            request)
        .body(new Applications(ids.stream().map(Applications.Application::new).toList()));
  }

  @GetMapping("/{applicationId}")
  @Operation(
      operationId = "listAppKeys",
      summary = "List the keys of an application",
      description = "Whole, unless a page is asked for.")
  @Gives("Link")
  @Serves(ListAppKeys.class)
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ApplicationKeys.class)))
  ResponseEntity<?> keys(
      @PathVariable String applicationId,
      @RequestParam(required = false)
          @Schema(minimum = "1", maximum = "" + LARGEST_PAGE, defaultValue = "" + PAGE)
          @Nullable Integer limit,
      @RequestParam(required = false)
          @Schema(description = "As the page before has given it.", pattern = Cursors.FORM)
          @Nullable String cursor,
      TenantView tenant,
      Caller caller,
      HttpServletRequest request) {
    long tenantId = tenant.id();
    if (limit == null && cursor == null) {
      requireExisting(keys(tenantId, applicationId, "", 1, caller));
      var all =
          Pages.<String>all(
              last ->
                  keys(tenantId, applicationId, last == null ? "" : last, LARGEST_PAGE, caller)
                      .keys());
      return whole(
          "{\"applicationKeys\":[", all.map(key -> new ApplicationKeys.Name(applicationId, key)));
    }
    var scope = tenantId + "/" + applicationId;
    int most = Limits.between("limit", limit, 1, LARGEST_PAGE, PAGE);
    var found = keys(tenantId, applicationId, after("app-keys", scope, cursor), most, caller);
    requireExisting(found);
    var next = found.more() ? cursors.write("app-keys", scope, found.keys().getLast()) : null;
    return paged(next, most, request).body(names(applicationId, found.keys()));
  }

  private ListApplications.Result page(long tenantId, String after, Caller caller) {
    return queries.ask(
        new ListApplications(tenantId, after, LARGEST_PAGE), ListApplications.Result.class, caller);
  }

  private ListAppKeys.Result keys(
      long tenantId, String applicationId, String after, int limit, Caller caller) {
    return queries.ask(
        new ListAppKeys(tenantId, applicationId, after, limit), ListAppKeys.Result.class, caller);
  }

  private static void requireExisting(ListAppKeys.Result found) {
    if (!found.exists()) {
      throw Refusal.of(RefusalCode.NOT_FOUND, "there is no such application");
    }
  }

  private static ApplicationKeys names(String applicationId, List<String> keys) {
    return new ApplicationKeys(
        keys.stream().map(key -> new ApplicationKeys.Name(applicationId, key)).toList());
  }

  private String after(String kind, String scope, @Nullable String cursor) {
    return cursor == null || cursor.isEmpty() ? "" : cursors.read(kind, scope, cursor);
  }

  private static ResponseEntity<JsonStream> whole(String before, Stream<?> items) {
    return ResponseEntity.ok(JsonStream.of(before, items, count -> "]}"));
  }

  /** The body keeps its shape; where it goes on stands in a header (RFC 8288). */
  private static ResponseEntity.BodyBuilder paged(
      @Nullable String next, int limit, HttpServletRequest request) {
    var answer = ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON);
    if (next != null) {
      // from the root, since some clients cannot resolve a query alone; a cursor needs no encoding
      var target = "%s?limit=%d&cursor=%s".formatted(request.getRequestURI(), limit, next);
      answer.header(HttpHeaders.LINK, "<" + target + ">; rel=\"next\"");
    }
    return answer;
  }
}
