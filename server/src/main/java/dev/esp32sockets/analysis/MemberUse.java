package dev.esp32sockets.analysis;

import dev.esp32sockets.syntax.Expr;

/**
 * `owner.name` where the owner is a module, a type or an object of the knowledge base.
 *
 * @param owner one value, never a union: each choice has a use of its own
 * @param state what had happened to the owner before
 * @param called whether it is the function of a call
 * @param stored whether it is assigned to
 * @param only whether the owner cannot be anything else
 */
public record MemberUse(
    Expr.Attribute node,
    Value owner,
    ObjectState state,
    Context context,
    boolean called,
    boolean stored,
    boolean only) {}
