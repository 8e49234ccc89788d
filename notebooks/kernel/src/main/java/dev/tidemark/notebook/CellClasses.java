package dev.tidemark.notebook;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import jdk.jshell.execution.LoaderDelegate;
import jdk.jshell.spi.ExecutionControl.ClassBytecodes;
import jdk.jshell.spi.ExecutionControl.ClassInstallException;

/**
 * The classes that cells were compiled to, above those of the kernel; with their bytes, which Spark
 * reads to send what a cell declares to its tasks.
 */
final class CellClasses extends ClassLoader implements LoaderDelegate {
  private final Map<String, byte[]> compiled = new ConcurrentHashMap<>();

  CellClasses() {
    super("cells", CellClasses.class.getClassLoader());
  }

  @Override
  public void load(ClassBytecodes[] classes) throws ClassInstallException {
    for (var one : classes) {
      compiled.put(one.name(), one.bytecodes());
    }
    var installed = new boolean[classes.length];
    try {
      for (int i = 0; i < classes.length; i++) {
        Class.forName(classes[i].name(), false, this);
        installed[i] = true;
      }
    } catch (ClassNotFoundException | LinkageError e) {
      throw new ClassInstallException(e.toString(), installed);
    }
  }

  @Override
  public Class<?> findClass(String name) throws ClassNotFoundException {
    synchronized (getClassLoadingLock(name)) {
      var loaded = findLoadedClass(name);
      if (loaded != null) {
        return loaded;
      }
      var bytes = compiled.get(name);
      if (bytes == null) {
        throw new ClassNotFoundException(name);
      }
      return defineClass(name, bytes, 0, bytes.length);
    }
  }

  @Override
  public InputStream getResourceAsStream(String name) {
    var bytes = compiled.get(name.replace('/', '.').replaceAll("\\.class$", ""));
    return bytes == null ? super.getResourceAsStream(name) : new ByteArrayInputStream(bytes);
  }

  @Override
  public void classesRedefined(ClassBytecodes[] classes) {
    // JShell gives a class that is declared anew another name.
  }

  @Override
  public void addToClasspath(String path) {
    // The kernel's own classpath is that of its cells.
  }
}
