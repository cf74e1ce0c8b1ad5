// JavaScript because Jest does not transform a global setup that is a module; the rest of it is TypeScript.
import { tsImport } from 'tsx/esm/api';

export default async function globalSetup() {
  const { startTestServer } = await tsImport('./test-server.ts', import.meta.url);
  globalThis.bihuanTestServer = await startTestServer();
}
