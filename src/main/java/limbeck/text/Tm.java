package limbeck.text;
public final class Tm {
  private static final StringBuilder OUT = new StringBuilder();
  public static synchronized void mark(String what) {
    OUT.append(java.lang.management.ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime()/1000000).append(' ').append(Thread.currentThread().getName()).append(' ').append(what).append('\n');
  }
  public static void dump() { OUT.append(java.lang.management.ManagementFactory.getGarbageCollectorMXBeans().stream().map(g->g.getName()+" "+g.getCollectionCount()+" "+g.getCollectionTime()).toList()).append('\n'); System.err.print("TM\n"+OUT); }
}
