package dev.postern.engine.fault;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.MethodBuilder;
import java.lang.classfile.MethodElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A second copy of Postern's classes in which one method was changed. */
final class MutatedCopy extends ClassLoader {
    private static final String OURS = "dev.postern.";

    private final Map<String, byte[]> changed = new HashMap<>();

    private MutatedCopy() {
        super("mutated", MutatedCopy.class.getClassLoader());
    }

    /** Plants a fault; fails where the place it is meant for does not exist. */
    static MutatedCopy with(Fault fault) {
        MutatedCopy copy = new MutatedCopy();
        copy.changed.put(fault.className(), copy.mutated(fault));
        return copy;
    }

    /** The copy's own instance of a class that turns strings into strings. */
    @SuppressWarnings("unchecked") // the type argument is erased; the caller names a class of ours
    UnaryOperator<String> instance(Class<? extends UnaryOperator<String>> type) {
        try {
            return (UnaryOperator<String>)
                    loadClass(type.getName()).getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException failed) {
            throw new LinkageError(failed.getMessage(), failed);
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(OURS)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            if (loaded != null) {
                return loaded;
            }
            byte[] bytes = changed.containsKey(name) ? changed.get(name) : read(name);
            return defineClass(name, bytes, 0, bytes.length);
        }
    }

    private byte[] read(String name) {
        try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (in == null) {
                throw new AssertionError("no class " + name);
            }
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private byte[] mutated(Fault fault) {
        ClassFile files = ClassFile.of();
        ClassModel original = files.parse(read(fault.className()));
        Surgery surgery = new Surgery(fault.mutation());
        ClassTransform transform =
                ClassTransform.transformingMethods(
                        method -> method.methodName().equalsString(fault.method()), surgery);
        byte[] bytes = files.transformClass(original, transform);
        if (surgery.cuts == 0) {
            throw new AssertionError("nothing to change for: " + fault);
        }
        return bytes;
    }

    /** Replaces the body of a method, or one instruction of it. */
    private static final class Surgery implements MethodTransform {
        private final Mutation mutation;
        private int seen;
        private int cuts;

        Surgery(Mutation mutation) {
            this.mutation = mutation;
        }

        @Override
        public void accept(MethodBuilder builder, MethodElement element) {
            if (!(element instanceof CodeModel code)) {
                builder.with(element);
                return;
            }
            if (mutation.at() >= 0) {
                builder.transformCode(code, instructions());
                return;
            }
            cuts++;
            MethodModel method = code.parent().orElseThrow();
            builder.withCode(
                    body -> mutation.writeBody(body, method.methodTypeSymbol().returnType()));
        }

        private CodeTransform instructions() {
            return (builder, element) -> {
                if (isTheOne(element)) {
                    cuts++;
                    mutation.writeInstead(builder, element);
                } else {
                    builder.with(element);
                }
            };
        }

        private boolean isTheOne(CodeElement element) {
            return mutation.concerns(element) && seen++ == mutation.at();
        }
    }
}
