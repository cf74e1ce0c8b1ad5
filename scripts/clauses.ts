// Writes dist/clauses.json, the answer of GET /api/v1/clauses. scripts/build.mjs runs it after the compiler.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { procedures, proofs } from '#machines/proof/all.js';
import { clauseTable } from '#machines/proof/clause-table.js';
import { editionOf, type ClausesFile } from '#src/cases/clauses.js';

const file: ClausesFile = { edition: editionOf(procedures), clauses: proofs.flatMap(clauseTable) };
writeFileSync(path.join(import.meta.dirname, '..', 'dist', 'clauses.json'), JSON.stringify(file));
