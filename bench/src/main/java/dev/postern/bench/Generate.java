package dev.postern.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes a generated cluster: {@code SIZE FORM FOLDER [SEED [MUTATIONS]]}. */
public final class Generate {
    static final long SEED = 20_260_101;

    private Generate() {}

    public static void main(String[] arguments) throws IOException {
        Size size = Size.valueOf(arguments[0]);
        Form form = Form.valueOf(arguments[1].toUpperCase(Locale.ROOT).replace('-', '_'));
        long seed = arguments.length > 3 ? Long.parseLong(arguments[3]) : SEED;
        ClusterGenerator cluster = new ClusterGenerator(size, seed);
        if (arguments.length > 4) {
            cluster.mutate(Integer.parseInt(arguments[4]), seed);
        }
        write(cluster, form, Path.of(arguments[2]));
    }

    /** One file for each namespace; of a dump, one for everything. */
    static void write(ClusterGenerator cluster, Form form, Path folder) throws IOException {
        Files.createDirectories(folder);
        Map<String, List<Map<String, Object>>> documents = cluster.documents(form);
        switch (form) {
            case DEPLOYMENTS, PODS, OWNED -> {
                for (var namespace : documents.entrySet()) {
                    Path file = folder.resolve(namespace.getKey() + ".yaml");
                    try (BufferedWriter out = Files.newBufferedWriter(file)) {
                        for (Map<String, Object> document : namespace.getValue()) {
                            StringBuilder text = new StringBuilder("---\n");
                            Tree.yaml(document, 0, text);
                            out.append(text);
                        }
                    }
                }
            }
            case DUMP_YAML -> {
                try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("cluster.yaml"))) {
                    out.append("apiVersion: v1\nkind: List\nitems:\n");
                    for (List<Map<String, Object>> namespace : documents.values()) {
                        StringBuilder text = new StringBuilder();
                        Tree.yaml(namespace, 0, text);
                        out.append(text);
                    }
                }
            }
            case DUMP_JSON -> {
                List<Object> items = new ArrayList<>();
                documents.values().forEach(items::addAll);
                try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("cluster.json"));
                        JsonGenerator json = new JsonFactory().createGenerator(out)) {
                    json.useDefaultPrettyPrinter(); // as kubectl does
                    Tree.json(Tree.of("apiVersion", "v1", "kind", "List", "items", items), json);
                }
            }
        }
    }
}
