/** A signed-in person over HTTP, like a script. */
export class Client {
  private tokens = new Map<string, string>();

  constructor(readonly url: string) {}

  async token(username: string): Promise<string> {
    const known = this.tokens.get(username);
    if (known) return known;
    const response = await fetch(`${this.url}/api/v1/auth/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username, password: `demo-${username}` }),
    });
    if (response.status >= 300) throw new Error(`login of ${username}: ${response.status} ${await response.text()}`);
    const { accessToken } = (await response.json()) as { accessToken: string };
    this.tokens.set(username, accessToken);
    return accessToken;
  }

  async call(
    username: string,
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
    // eslint-disable-next-line @typescript-eslint/no-explicit-any -- whatever the server says
  ): Promise<{ status: number; body: any; text: string }> {
    const response = await fetch(`${this.url}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${await this.token(username)}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, text, body: text === '' ? null : JSON.parse(text) };
  }

  get(username: string, path: string) {
    return this.call(username, 'GET', path);
  }

  create(username: string, procedure: string, data: unknown, headers?: Record<string, string>) {
    return this.call(username, 'POST', '/api/v1/cases', { procedure, data }, headers);
  }

  send(username: string, caseId: string, type: string, data: unknown = {}, headers?: Record<string, string>) {
    return this.call(username, 'POST', `/api/v1/cases/${caseId}/events`, { type, data }, headers);
  }

  async upload(username: string, caseId: string, kind: string) {
    const form = new FormData();
    form.set('kind', kind);
    form.set('file', new Blob([`%PDF-1.4\n% ${kind}\n%%EOF\n`], { type: 'application/pdf' }), `${kind}.pdf`);
    const response = await fetch(`${this.url}/api/v1/cases/${caseId}/documents`, {
      method: 'POST',
      headers: { authorization: `Bearer ${await this.token(username)}` },
      body: form,
    });
    if (response.status !== 201) throw new Error(`upload of ${kind}: ${response.status} ${await response.text()}`);
    return (await response.json()) as { id: string };
  }

  async passTo(day: string) {
    const moved = await this.call('admin', 'POST', '/api/v1/clock', { to: `${day}T08:00:00+08:00` });
    if (moved.status !== 200) throw new Error(`clock to ${day}: ${moved.status} ${moved.text}`);
  }
}
