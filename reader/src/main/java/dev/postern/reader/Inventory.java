package dev.postern.reader;

import java.util.List;
import java.util.SortedMap;

/**
 * What the input held, counted.
 *
 * @param kinds objects read, by kind
 * @param passedOver objects of kinds that say nothing about traffic, by kind
 * @param templates files that a tool must render first, and were passed over
 */
public record Inventory(
        int files,
        long bytes,
        int documents,
        SortedMap<String, Integer> kinds,
        SortedMap<String, Integer> passedOver,
        List<String> templates) {}
