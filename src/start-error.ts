/** A start that cannot succeed, told in one sentence an administrator can act on. main prints the message and nothing else. */
export class StartError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
  }
}
