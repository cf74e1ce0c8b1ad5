/** A start that can't succeed, as one sentence on which an administrator can act. main prints only the message. */
export class StartError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
  }
}
