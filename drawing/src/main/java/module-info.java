/** Pictures of who talks to whom, in every form that people look at. */
@SuppressWarnings("requires-automatic") // ELK and EMF come as no modules of their own
module dev.postern.drawing {
    requires org.eclipse.elk.alg.layered;
    requires org.eclipse.elk.core;
    requires org.eclipse.elk.graph;
    requires org.eclipse.emf.common;
    requires org.eclipse.emf.ecore;
    requires static transitive org.jspecify;

    exports dev.postern.drawing;
}
