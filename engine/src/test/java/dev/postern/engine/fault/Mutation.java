package dev.postern.engine.fault;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LoadInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.List;

/** A change to the instructions of one method. */
sealed interface Mutation {

    /** The method answers this boolean or number, whatever it is asked. */
    record Answers(int value) implements Mutation {}

    /** The method answers this constant of the enum that it returns. */
    record AnswersConstant(String name) implements Mutation {}

    /** The method answers what it was given; 0 is the receiver of an instance method. */
    record AnswersItsArgument(int slot) implements Mutation {}

    /** An occurrence of an enum constant becomes another one of the enum. */
    record Swaps(String constant, String other, int occurrence) implements Mutation {}

    /** An occurrence of a call to a method becomes a call to another one of the same shape. */
    record Redirects(String method, String other, int occurrence) implements Mutation {}

    /** An occurrence of a call is left out: its receiver stands for its result. */
    record Skips(String method, int occurrence) implements Mutation {}

    /** An occurrence of a call that answers a boolean answers this instead. */
    record Forces(String method, boolean answer, int occurrence) implements Mutation {}

    /** An occurrence of a constant becomes another one. */
    record Replaces(Object constant, Object other, int occurrence) implements Mutation {}

    /** An occurrence of a conditional jump jumps in the opposite case. */
    record Inverts(int occurrence) implements Mutation {}

    /** An occurrence of reading a local variable reads another one. */
    record Reads(int slot, int other, int occurrence) implements Mutation {}

    /** Whether an instruction is one that the mutation is about; occurrences count these. */
    default boolean concerns(CodeElement element) {
        return switch (this) {
            case Answers _, AnswersConstant _, AnswersItsArgument _ -> false;
            case Swaps(var constant, _, _) ->
                    element instanceof FieldInstruction field
                            && field.opcode() == Opcode.GETSTATIC
                            && field.name().equalsString(constant);
            case Redirects(var method, _, _) -> calls(element, method);
            case Skips(var method, _) -> calls(element, method);
            case Forces(var method, _, _) -> calls(element, method);
            case Replaces(var constant, _, _) ->
                    element instanceof ConstantInstruction loaded
                            && loaded.constantValue().equals(constant);
            case Reads(int slot, _, _) ->
                    element instanceof LoadInstruction load && load.slot() == slot;
            case Inverts _ ->
                    element instanceof BranchInstruction branch
                            && branch.opcode() != Opcode.GOTO
                            && branch.opcode() != Opcode.GOTO_W;
        };
    }

    private static boolean calls(CodeElement element, String method) {
        return element instanceof InvokeInstruction call && call.name().equalsString(method);
    }

    /** Which of the instructions it is about; -1 where the whole body goes. */
    default int at() {
        return switch (this) {
            case Answers _, AnswersConstant _, AnswersItsArgument _ -> -1;
            case Swaps(_, _, int occurrence) -> occurrence;
            case Redirects(_, _, int occurrence) -> occurrence;
            case Skips(_, int occurrence) -> occurrence;
            case Forces(_, _, int occurrence) -> occurrence;
            case Replaces(_, _, int occurrence) -> occurrence;
            case Reads(_, _, int occurrence) -> occurrence;
            case Inverts(int occurrence) -> occurrence;
        };
    }

    /** Writes what stands in place of the whole body. */
    default void writeBody(CodeBuilder code, ClassDesc result) {
        switch (this) {
            case Answers(int value) -> code.loadConstant(value).ireturn();
            case AnswersConstant(var name) -> code.getstatic(result, name, result).areturn();
            case AnswersItsArgument(int slot) -> {
                TypeKind kind = TypeKind.from(result);
                code.loadLocal(kind, slot).return_(kind);
            }
            case Swaps _, Redirects _, Skips _, Forces _, Replaces _, Reads _, Inverts _ ->
                    throw new IllegalStateException(this + " keeps the body");
        }
    }

    /** Writes what stands in place of one instruction. */
    default void writeInstead(CodeBuilder code, CodeElement element) {
        switch (this) {
            case Swaps(_, var other, _) -> {
                FieldInstruction field = (FieldInstruction) element;
                code.getstatic(field.owner().asSymbol(), other, field.typeSymbol());
            }
            case Redirects(_, var other, _) -> {
                InvokeInstruction call = (InvokeInstruction) element;
                code.invoke(
                        call.opcode(),
                        call.owner().asSymbol(),
                        other,
                        call.typeSymbol(),
                        call.isInterface());
            }
            case Skips _ -> drop(code, ((InvokeInstruction) element).typeSymbol());
            case Forces(_, boolean answer, _) -> {
                InvokeInstruction call = (InvokeInstruction) element;
                drop(code, call.typeSymbol());
                if (call.opcode() != Opcode.INVOKESTATIC) {
                    code.pop();
                }
                code.loadConstant(answer ? 1 : 0);
            }
            case Replaces(_, var other, _) -> {
                switch (other) {
                    case Integer number -> code.loadConstant(number.intValue());
                    case String text -> code.loadConstant(text);
                    default -> throw new IllegalArgumentException("constant " + other);
                }
            }
            case Reads(_, int other, _) ->
                    code.loadLocal(((LoadInstruction) element).typeKind(), other);
            case Inverts _ -> {
                BranchInstruction branch = (BranchInstruction) element;
                code.branch(opposite(branch.opcode()), branch.target());
            }
            case Answers _, AnswersConstant _, AnswersItsArgument _ ->
                    throw new IllegalStateException(this + " replaces the body");
        }
    }

    /** Takes the arguments of a call from the stack. */
    private static void drop(CodeBuilder code, MethodTypeDesc type) {
        for (ClassDesc argument : List.copyOf(type.parameterList()).reversed()) {
            if (TypeKind.from(argument).slotSize() == 2) {
                code.pop2();
            } else {
                code.pop();
            }
        }
    }

    private static Opcode opposite(Opcode opcode) {
        return switch (opcode) {
            case IFEQ -> Opcode.IFNE;
            case IFNE -> Opcode.IFEQ;
            case IFLT -> Opcode.IFGE;
            case IFGE -> Opcode.IFLT;
            case IFGT -> Opcode.IFLE;
            case IFLE -> Opcode.IFGT;
            case IF_ICMPEQ -> Opcode.IF_ICMPNE;
            case IF_ICMPNE -> Opcode.IF_ICMPEQ;
            case IF_ICMPLT -> Opcode.IF_ICMPGE;
            case IF_ICMPGE -> Opcode.IF_ICMPLT;
            case IF_ICMPGT -> Opcode.IF_ICMPLE;
            case IF_ICMPLE -> Opcode.IF_ICMPGT;
            case IF_ACMPEQ -> Opcode.IF_ACMPNE;
            case IF_ACMPNE -> Opcode.IF_ACMPEQ;
            case IFNULL -> Opcode.IFNONNULL;
            case IFNONNULL -> Opcode.IFNULL;
            default -> throw new IllegalArgumentException("no conditional jump: " + opcode);
        };
    }
}
