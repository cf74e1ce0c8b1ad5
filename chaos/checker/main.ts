import { checkDatabase } from './check.js';
import { checkedLines } from './report.js';

const [url, ...rest] = process.argv.slice(2);
const until = rest[0] === '--until' ? rest[1] : undefined;
if (!url || (rest.length > 0 && !until)) {
  process.stderr.write('usage: npm run chaos:check -- <DATABASE_URL> [--until <instant>]\n');
  process.exit(2);
}
const checked = await checkDatabase(url, { until });
for (const line of checkedLines(checked)) process.stdout.write(`${line}\n`);
process.exit(checked.findings.all.length > 0 ? 1 : 0);
