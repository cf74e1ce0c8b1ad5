/**
 * The names a procedure may use, each a union of its own. If nothing narrows them they are plain strings, as the engine
 * sees them. `grammar` narrows them for the author of a procedure, so that a slip of the pen does not compile.
 */
export interface Names {
  clause: string;
  party: string;
  /** The keys of dated parameters. */
  parameter: string;
  ladder: string;
  deadline: string;
  /** The targets of transitions: a sibling by its name, any state as `#machine.path`. */
  target: string;
  /** The events of time, of other cases and between regions. */
  signal: string;
}
