// It is JavaScript because Jest does not transform a global setup that is a module. The rest of the setup is
// TypeScript.
import { tsImport } from 'tsx/esm/api';

export default async function globalSetup() {
  const { startTestServer } = await tsImport('./test-server.ts', import.meta.url);
  globalThis.bihuanTestServer = await startTestServer();
}
