package io.tenantry.platform.processors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.doNothing;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.tenantry.platform.readstore.ReadModelStore;
import io.tenantry.platform.readstore.SampleDocument;
import io.tenantry.projection.ReadModelListener;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.dao.TransientDataAccessResourceException;

class BatchWriterTest {

  private final List<Object> told = new ArrayList<>();

  private final ReadModelStore store = mock();
  private final BatchWriter writer =
      new BatchWriter(
          "read.sample",
          store,
          document -> ((SampleDocument) document).id(),
          List.of(
              new ReadModelListener() {
                @Override
                public void stored(Collection<Object> stored) {
                  told.addAll(stored);
                }

                @Override
                public void removed(Class<?> type, Collection<Object> ids) {
                  told.addAll(ids);
                }
              }));

  @Test
  void givenWriteThatFailedHalfWay_whenTheNextSucceeds_thenListenersHearOfItsDocuments() {
    var a = SampleDocument.of("a", 1, "a", 1);
    doThrow(new TransientDataAccessResourceException("cut off"))
        .doNothing()
        .when(store)
        .write(any(), anyLong(), any());
    when(store.findAll(SampleDocument.class, Set.of("a", "b"))).thenReturn(List.of(a));
    var first = writer.begin();
    first.put(a);
    first.remove(SampleDocument.class, "b");

    assertThatThrownBy(() -> writer.write(2, first))
        .isInstanceOf(TransientDataAccessResourceException.class);
    assertThat(told).isEmpty();

    writer.write(2, writer.begin());
    assertThat(told).containsExactly(a, "b");

    writer.write(3, writer.begin());
    assertThat(told).hasSize(2);
  }

  @Test
  void givenDocumentPutAndRemoved_whenFoundAgain_thenTheBatchSeesItsOwnChanges() {
    doNothing().when(store).write(any(), anyLong(), any());
    when(store.find(SampleDocument.class, "a")).thenReturn(SampleDocument.of("a", 1, "old", 1));
    var batch = writer.begin();

    assertThat(batch.find(SampleDocument.class, "a")).extracting("name").isEqualTo("old");
    batch.put(SampleDocument.of("a", 1, "new", 2));
    assertThat(batch.find(SampleDocument.class, "a")).extracting("name").isEqualTo("new");
    batch.remove(SampleDocument.class, "a");
    assertThat(batch.find(SampleDocument.class, "a")).isNull();

    assertThat(batch.changes().stored()).isEmpty();
    assertThat(batch.changes().removed()).containsEntry(SampleDocument.class, Set.of("a"));
  }
}
