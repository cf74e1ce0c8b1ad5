/**
 * The names a procedure may use, each a union of its own. Where nothing narrows them they are plain strings, as the engine sees them;
 * `grammar` narrows them for whoever writes a procedure, so that a slip of the pen does not compile.
 */
export interface Names {
  clause: string;
  party: string;
  /** Keys of dated parameters. */
  parameter: string;
  ladder: string;
  deadline: string;
  /** What a transition can lead to: a sibling by its name, any state as `#machine.path`. */
  target: string;
  /** Events of time, of other cases and between regions. */
  signal: string;
}
