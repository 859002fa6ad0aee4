package io.tenantry.access.read;

import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

interface SealedSecretRepository extends Repository<SealedSecretDocument, String> {

  Optional<SealedSecretDocument> findById(String id);

  List<SealedSecretDocument> findByExpiresAtLessThanEqualOrderByExpiresAt(long time, Limit limit);
}
