// A style sheet is imported for its effect: TypeScript wants to know that it is there.
export {};
