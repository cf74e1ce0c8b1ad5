/** The clause that the procedure rests on. Think it over: steps and rules that rest on another one cite that one. */
export const CLAUSE = '2.1.2a';
