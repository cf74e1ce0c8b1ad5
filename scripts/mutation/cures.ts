// What a rule names as its cure is no part of how it judges. machines/proof/remedies.spec.ts holds each to be real.
import { declareValuePlugin, PluginKind } from '@stryker-mutator/api/plugin';

interface Node {
  type: string;
  key?: { name?: string };
  properties?: readonly Node[];
}

/** The properties in which a rule, or what builds one, says what cures it: the fields of a form, the step that lifts or sends back. */
const NAMES = new Set(['curedBy', 'remedy', 'fields', 'lift', 'sendBack']);
const isNamed = ({ key }: Node): boolean => NAMES.has(key?.name ?? '');
const isCure = (node: Node): boolean =>
  (node.type === 'ObjectProperty' && isNamed(node) && node.key?.name !== 'remedy') ||
  (node.type === 'ObjectExpression' && (node.properties ?? []).length > 1 && node.properties!.every(isNamed));

export const strykerPlugins = [
  declareValuePlugin(PluginKind.Ignore, 'cures', {
    shouldIgnore: (path) =>
      isCure(Reflect.get(path, 'node') as Node) ? 'remedies.spec.ts holds it to be real' : undefined,
  }),
];
