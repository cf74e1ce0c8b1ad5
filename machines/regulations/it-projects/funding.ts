/**
 * 一(二)1: the sources of money. At least one source of public money makes something a project under the regulation.
 */
export const FUNDING = {
  countyBudget: '本级财政资金',
  upperTransfer: '上级转移支付资金',
  capitalConstruction: '统筹基建资金',
  ownFunds: '单位自有资金',
  enterprise: '企业投资',
} as const;
export const PUBLIC_FUNDING: readonly string[] = ['countyBudget', 'upperTransfer', 'capitalConstruction'];
