package dev.tidemark.stores;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.hdfs.MiniDFSCluster;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** A name node and a data node, in this process, reached by TCP. */
class HdfsTest extends StoreTest {
  @TempDir private static Path disk;

  private static MiniDFSCluster cluster;

  @BeforeAll
  static void start() throws IOException {
    var settings = new Configuration();
    settings.set(MiniDFSCluster.HDFS_MINIDFS_BASEDIR, disk.toString());
    settings.setInt("dfs.replication", 1);
    cluster = new MiniDFSCluster.Builder(settings).numDataNodes(1).build();
    cluster.waitActive();
  }

  @AfterAll
  static void stop() {
    cluster.shutdown();
  }

  @Override
  String root() {
    return "hdfs://127.0.0.1:" + cluster.getNameNodePort();
  }
}
