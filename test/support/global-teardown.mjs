export default async function globalTeardown() {
  await globalThis.bihuanTestServer?.stop();
}
