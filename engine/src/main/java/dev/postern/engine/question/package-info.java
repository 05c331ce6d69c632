/**
 * Questions as people ask them: names of workloads, Services, addresses and blocks, answered over
 * all the connections they stand for. {@link dev.postern.engine.question.Inquiry} is the way in.
 */
@NullMarked
package dev.postern.engine.question;

import org.jspecify.annotations.NullMarked;
