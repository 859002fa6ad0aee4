package webdemo;

import io.tenantry.api.support.Body;
import io.tenantry.api.support.Serves;
import io.tenantry.kernel.Refusal;
import io.tenantry.kernel.RefusalCode;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A surface with refusals of its own, at the paths of the app keys. */
@RestController
@RequestMapping("/api/v1/tenants/{tenant}/properties/applications/{application}")
class AppKeys {

  record Key(@Nullable String key, @Nullable String data) {}

  @PostMapping
  @Serves(Demo.Order.class)
  Key create(@Body Key key) {
    if ("taken".equals(key.key())) {
      throw Refusal.of(RefusalCode.ALREADY_EXISTS, "the key exists");
    }
    return key;
  }

  @GetMapping("/{key}")
  @Serves(Demo.Question.class)
  Key read(@PathVariable String key) {
    return new Key(key, "");
  }
}
